"""The factor sets under resources/factors: described by set.toml, their rows in factors.csv."""

from __future__ import annotations

import csv
import math
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from supplier_pcf.domain.factor import (
    Boundary,
    EmissionFactor,
    Gases,
    GwpSet,
    Provenance,
    RowType,
    ScrapConvention,
)
from supplier_pcf.domain.finding import Refusal
from supplier_pcf.domain.units import UNITS

MOST_BYTES = 20 * 1024 * 1024
"""A set larger than this is no set of ours; the largest has a fiftieth of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FactorSet:
    """The birth certificate of a set of factors: who made it, on what terms, from which file."""

    id: str
    title: str
    publisher: str
    document: str
    edition: str
    licence: str
    attribution: str
    """The line that must be shown wherever factors of this set are passed on."""
    url: str = ""
    retrieved: str = ""
    sha256: str = ""
    gwp_set: GwpSet = GwpSet.UNKNOWN
    place: str = ""
    rows: int = 0


def describe(folder: Path) -> FactorSet:
    """What a set says about itself.

    Raises:
        Refusal: its description is missing or damaged.
    """
    try:
        facts: dict[str, Any] = tomllib.loads((folder / "set.toml").read_text(encoding="utf-8"))
        facts["gwp_set"] = GwpSet(facts["gwp_set"])
        return FactorSet(**facts)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise Refusal("factor_set.damaged", set=folder.name, detail=str(error)) from error


def load(folder: Path, about: FactorSet) -> list[EmissionFactor]:
    """All factors of a set, in the order of its file.

    Raises:
        Refusal: the rows are missing or damaged, or one of them cannot be a factor.
    """
    line = 0
    try:
        file = folder / "factors.csv"
        if file.stat().st_size > MOST_BYTES:
            raise Refusal("factor_set.too_large", set=folder.name)
        with file.open(encoding="utf-8", newline="") as source:
            reader = csv.reader(source)
            columns = [(name, _READ.get(name, str)) for name in next(reader)]
            common = {name: getattr(about, name) for name in _FROM_SET} | {"set_id": about.id}
            factors = []
            for cells in reader:
                line = reader.line_num
                factors.append(_factor(columns, cells, common))
    except (OSError, ValueError, KeyError, TypeError, StopIteration, csv.Error) as error:
        raise Refusal(
            "factor_set.damaged", set=folder.name, line=line, detail=str(error)
        ) from error
    if len(factors) != about.rows:
        raise Refusal("factor_set.damaged", set=folder.name, line=line, detail="rows are missing")
    _require_sound(factors, about)
    return factors


def _require_sound(factors: list[EmissionFactor], about: FactorSet) -> None:
    """Stops at the first row that says what no factor can say: nothing of such a set is used."""
    ids: set[str] = set()
    for factor in factors:
        code = _unsound(factor, about.id)
        if factor.id in ids:
            code = "factor_set.duplicate_id"
        if code:
            raise Refusal(code, set=about.id, id=factor.id, unit=factor.unit)
        ids.add(factor.id)


def _unsound(factor: EmissionFactor, set_id: str) -> str:
    if not factor.id.startswith(f"{set_id}:"):
        return "factor_set.foreign_id"
    if factor.unit not in UNITS:
        return "factor_set.unknown_unit"
    emitted = (factor.fossil, factor.biogenic_non_co2, factor.land_use_change, factor.aircraft)
    numbers = [*emitted, *(factor.gases or ())]
    numbers += [n for n in (factor.direct, factor.upstream, factor.grid_kwh) if n is not None]
    if not all(0 <= n < math.inf for n in numbers):
        return "factor_set.bad_number"
    removed = (factor.uptake, factor.land_removals)
    return "" if all(-math.inf < n <= 0 for n in removed) else "factor_set.bad_number"


def folders(root: Path) -> Iterator[Path]:
    """The folders of all sets, by name."""
    for path in sorted(root.iterdir()):
        if (path / "set.toml").is_file():
            yield path


Column = tuple[str, Callable[[str], Any]]


def _factor(columns: list[Column], cells: list[str], common: dict[str, Any]) -> EmissionFactor:
    fields = common.copy()
    for (name, read), cell in zip(columns, cells, strict=True):
        if cell:
            fields[name] = read(cell)
    gases = {name: fields.pop(name) for name in _GASES if name in fields}
    if gases:
        fields["gases"] = Gases(**gases)
    del fields["kg_co2e"]
    return EmissionFactor(**fields)


def _aliases(cell: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in cell.split("|"))


def _yes(cell: str) -> bool:
    return cell == "yes"


_GASES = Gases._fields
_FROM_SET = ("publisher", "document", "edition", "licence", "url", "gwp_set", "place")
_NUMBERS = (
    "kg_co2e",
    "fossil",
    "biogenic_non_co2",
    "land_use_change",
    "land_management",
    "land_removals",
    "aircraft",
    "uptake",
    "direct",
    "upstream",
    "grid_kwh",
    "sigma_ln",
    *_GASES,
)
_READ: dict[str, Callable[[str], Any]] = {
    **dict.fromkeys(_NUMBERS, float),
    **dict.fromkeys(("year_from", "year_to", "version"), int),
    **dict.fromkeys(("includes_forming", "includes_packaging", "radiative_forcing"), _yes),
    "aliases": _aliases,
    "row_type": {str(kind): kind for kind in RowType}.__getitem__,
    "boundary": {str(kind): kind for kind in Boundary}.__getitem__,
    "gwp_set": {str(kind): kind for kind in GwpSet}.__getitem__,
    "provenance": {str(kind): kind for kind in Provenance}.__getitem__,
    "scrap_convention": {str(kind): kind for kind in ScrapConvention}.__getitem__,
}
