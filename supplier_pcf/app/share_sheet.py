"""The share sheet: what a file tells, where each value of it comes from, and what stays in the house."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from supplier_pcf.app.origins import Origin, origin_of
from supplier_pcf.domain.study import Study
from supplier_pcf.guard.spreadsheet import csv_bytes
from supplier_pcf.words import Translate, sentence

PDF = "pdf-summary"
"""Id of the summary for people; the others are exchange formats."""
SHEET_ENDING = "-what-leaves.csv"

_WITH_AMOUNTS = frozenset({PDF, "inventory-csv"})
"""Files in which amounts of rows stand."""
_SHORTEST = 3
"""A text of fewer letters is found in anything."""

Leaving = tuple[tuple[str, str], ...]


class Shared(NamedTuple):
    """One value of a file: its place, what it is, and where it comes from."""

    place: str
    value: str
    origin: Origin | None


class Staying(NamedTuple):
    """One kind of what the study knows: how many there are, and how many of them the file tells."""

    kind: str
    known: int
    told: int


def leaving_in(format_id: str, made: bytes) -> Leaving:
    """Every value of a file that was made, with its place in it."""
    if format_id == "inventory-csv":
        return tuple(_sections(made))
    if format_id.endswith("-csv"):
        return tuple(_columns(made))
    document = json.loads(made)
    if format_id == "aas-json":
        return tuple(_elements(document))
    return tuple(_leaves(document))


def with_origins(format_id: str, leaving: Leaving) -> tuple[Shared, ...]:
    """The same with where each value comes from; the summary for people is told as it is."""
    return tuple(
        Shared(place, value, None if format_id == PDF else origin_of(format_id, place))
        for place, value in leaving
    )


def staying(study: Study, format_id: str, leaving: Leaving) -> tuple[Staying, ...]:
    """What the study knows and how much of it is in the file; kinds of which it knows nothing are left out."""
    told = "\n".join(value for _, value in leaving).casefold()
    texts = {kind: set(_worth(found)) for kind, found in _texts(study).items()}
    kinds = [
        Staying(kind, len(found), sum(text.casefold() in told for text in found))
        for kind, found in texts.items()
    ]
    has_amounts = format_id in _WITH_AMOUNTS
    amounts = sum(getattr(flow, "amount", None) is not None for flow in study.flows())
    kinds.append(Staying("amounts", amounts, amounts if has_amounts else 0))
    kinds.append(Staying("readings", sum(len(meter.readings) for meter in study.meters), 0))
    kinds.append(Staying("outputs", sum(len(site.outputs) for site in study.sites), 0))
    return tuple(each for each in kinds if each.known)


def _texts(study: Study) -> dict[str, list[str]]:
    flows = list(study.flows())
    people = (study.company.contact, study.company.email, study.company.phone)
    signed = (study.prepared.name, study.checked.name, study.approved.name)
    return {
        "rows": [flow.name for flow in flows],
        "suppliers": [
            *(getattr(flow, "supplier", "") for flow in flows),
            *(factor.publisher for factor in study.factors if factor.layer == "supplier"),
        ],
        "part_numbers": [getattr(flow, "part_number", "") for flow in flows],
        "notes": [getattr(flow, "note", "") for flow in flows],
        "reasons": [f.exclusion.reason for f in flows if f.exclusion is not None],
        "people": [*people, *signed],
        "evidence": [each.title for each in study.evidence],
    }


def _worth(texts: Iterable[str]) -> Iterator[str]:
    return (text.strip() for text in texts if len(text.strip()) >= _SHORTEST)


def sheet_bytes(
    shared: tuple[Shared, ...], kept: tuple[Staying, ...], file: str, translate: Translate
) -> bytes:
    """The sheet as CSV: a line that names the file, every value with its origin, then what stays."""
    heads = [sentence(f"share.{key}", {}, translate) for key in ("place", "value", "from")]
    rows = [[sentence("share.title", {"file": file}, translate)], heads]
    for each in shared:
        origin = sentence(f"origin.{each.origin.value}", {}, translate) if each.origin else ""
        rows.append([each.place, each.value, origin])
    rows += [[stays_sentence(told, translate)] for told in kept]
    return csv_bytes(rows)


def stays_sentence(kept: Staying, translate: Translate) -> str:
    """How many of a kind there are, and how many of them leave."""
    params = {"count": kept.known, "told": kept.told}
    return sentence(f"stays.{kept.kind}", params, translate)


def _leaves(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Every single value of a JSON document with its path."""
    if isinstance(value, dict):
        for name, part in value.items():
            yield from _leaves(part, f"{path}/{name}" if path else name)
    elif isinstance(value, list):
        for number, part in enumerate(value, start=1):
            yield from _leaves(part, f"{path} {number}" if len(value) > 1 else path)
    else:
        yield path, value if isinstance(value, str) else json.dumps(value)


def _elements(environment: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """The values of a shell and its submodels by the names of their elements; what every file has alike is left out."""
    for shell in environment["assetAdministrationShells"]:
        yield "shell/id", shell["id"]
        yield "shell/globalAssetId", shell["assetInformation"]["globalAssetId"]
    for submodel in environment["submodels"]:
        yield "id", submodel["id"]
        yield "version", submodel["administration"]["version"]
        for element in submodel["submodelElements"]:
            yield from _values(element, "")


def _values(element: dict[str, Any], path: str, number: int = 0) -> Iterator[tuple[str, str]]:
    name = element.get("idShort", "")
    here = f"{path}/{name}" if path and name else name or f"{path} {number}"
    inside = element["value"]
    if isinstance(inside, list):
        for count, part in enumerate(inside, start=1):
            yield from _values(part, here, count)
    else:
        yield here, inside


def _columns(made: bytes) -> Iterator[tuple[str, str]]:
    """Every filled cell of a table with its column."""
    text = made.decode("utf-8-sig")
    for row in csv.DictReader(io.StringIO(text, newline=""), delimiter=";"):
        yield from ((column, cell) for column, cell in row.items() if cell)


def _sections(made: bytes) -> Iterator[tuple[str, str]]:
    """Every row of the inventory: its section and id, and the columns that hold something."""
    text = made.decode("utf-8-sig")
    for row in csv.DictReader(io.StringIO(text, newline="")):
        section, name = row.pop("section"), row.pop("id")
        told = "; ".join(f"{column}: {cell}" for column, cell in row.items() if cell)
        yield f"{section} {name}".strip(), told
