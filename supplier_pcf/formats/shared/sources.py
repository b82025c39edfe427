"""Where the secondary data of a footprint come from: name and version of every source, once."""

from __future__ import annotations

from collections.abc import Iterable

from supplier_pcf.domain.factor import EmissionFactor


def secondary_sources(factors: Iterable[EmissionFactor]) -> list[tuple[str, str]]:
    """Name and version of the sources of all factors that are not wholly primary data."""
    return list(dict.fromkeys(_source(f) for f in factors if f.primary_share < 1))


def _source(factor: EmissionFactor) -> tuple[str, str]:
    publisher, document = factor.publisher.strip(), factor.document.strip()
    name = f"{publisher}: {document}" if publisher and document else publisher or document
    return name or factor.name or factor.id, _version(factor)


def _version(factor: EmissionFactor) -> str:
    """The edition, else the year of the data, else our own count: a version is never empty."""
    year = factor.year_to or factor.year_from
    return factor.edition.strip() or (str(year) if year else f"entry {factor.version}")
