"""A table of own factors in our documented layout, as CSV or workbook: rows become factors or are named.

The first row that holds `name`, `unit` and `kg_co2e` is the row of headings; the headings are those of
`COLUMNS`, in any order. A row is read whole or left out whole; nothing is guessed but the encoding.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from supplier_pcf.domain.buckets import Buckets
from supplier_pcf.domain.factor import Boundary, EmissionFactor, GwpSet, ScrapConvention
from supplier_pcf.domain.finding import Finding, Refusal
from supplier_pcf.domain.places import kind
from supplier_pcf.domain.units import UNITS
from supplier_pcf.factors.own import FactorDraft, own_factor
from supplier_pcf.factors.table_layout import COLUMNS, NEVER_ABOVE_ZERO, PARTS
from supplier_pcf.guard.spreadsheet import unguarded
from supplier_pcf.importers.numbers import Number, Reading, read_column, shown
from supplier_pcf.importers.outcome import Trouble, note, warning
from supplier_pcf.importers.reading import read_tables
from supplier_pcf.importers.table import Table, cell_name, text_of

__all__ = ["COLUMNS"]

MOST_FACTORS = 20_000
_HEADINGS = frozenset({"name", "unit", "kg_co2e"})
_SHARES = ("primary_share", "recycled_content")
_NUMBERS = ("kg_co2e", *PARTS, "year_from", "year_to", "grid_kwh", "gsd", *_SHARES)
_WORDS: Mapping[str, type[Boundary] | type[GwpSet] | type[ScrapConvention]] = {
    "boundary": Boundary,
    "gwp_set": GwpSet,
    "scrap_convention": ScrapConvention,
}
_ID = re.compile(r"(own|supplier|licensed):\S{1,80}")
_SLUG = re.compile(r"[\W_]+")
_LOOKED_AT = 30
_ROUNDING = 1e-9
"""Relative; less than that is what subtracting costs."""
Cells = Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class FactorTable:
    """What a table of own factors holds, and what of it was left out and why."""

    factors: tuple[EmissionFactor, ...]
    findings: tuple[Finding, ...]
    left_out: int = 0
    """Rows that were not read; each has its finding."""


def read_factor_table(path: Path, sheet: str | None = None) -> FactorTable:
    """The factors of a table.

    Raises:
        Refusal: the file is no table, is damaged, too large or hostile, or has no row of headings.
    """
    for table in read_tables(path, sheet):
        heading = _heading(table)
        if heading is not None:
            return _read(table, heading)
    raise Refusal("import.factor_no_headings", file=path.name, columns=", ".join(COLUMNS))


def _heading(table: Table) -> int | None:
    for number, row in enumerate(table.rows[:_LOOKED_AT]):
        if set(map(_as_heading, row)) >= _HEADINGS:
            return number
    return None


def _as_heading(cell: object) -> str:
    return text_of(cell).casefold().replace(" ", "_")


def _read(table: Table, heading: int) -> FactorTable:
    first = heading + 1
    names = [_as_heading(cell) for cell in table.rows[heading]]
    rows = [(n, r) for n, r in enumerate(table.rows[first:], first) if any(map(text_of, r))]
    if len(rows) > MOST_FACTORS:
        raise Refusal("import.too_many_rows", file=table.file, limit=MOST_FACTORS)
    found = list(_about_the_file(table, names))
    kept: list[tuple[int, EmissionFactor]] = []
    left_out = 0
    for number, outcome in _outcomes(table, names, rows):
        if isinstance(outcome, EmissionFactor):
            kept.append((number, outcome))
        else:
            left_out += 1
            found.append(_left_out(number, outcome))
    once, doubles = _each_once(kept)
    return FactorTable(factors=once, findings=(*found, *doubles), left_out=left_out + len(doubles))


def _about_the_file(table: Table, names: Sequence[str]) -> Iterator[Finding]:
    if table.encoding:
        yield note("import.encoding_inferred", file=table.file, encoding=table.encoding)
    unused = [name for name in names if name and name not in COLUMNS]
    if unused:
        yield note("import.factor_columns_unused", columns=", ".join(unused)[:200])


def _outcomes(
    table: Table, names: Sequence[str], rows: Sequence[tuple[int, Sequence[object]]]
) -> Iterator[tuple[int, EmissionFactor | Trouble]]:
    """For each row its factor, or the first reason why it is none."""
    at = {name: names.index(name) for name in COLUMNS if name in names}
    numbers = {
        name: read_column(row[at[name]] for _, row in rows).readings
        for name in _NUMBERS
        if name in at
    }
    for index, (number, row) in enumerate(rows):
        formula = _formula(table, number, row)
        if formula:
            yield number, Trouble(code="import.factor_formula", params={"cell": formula})
            continue
        cells = {name: row[column] for name, column in at.items()}
        readings = {name: column[index] for name, column in numbers.items()}
        yield number, _outcome(cells, readings)


def _formula(table: Table, number: int, row: Sequence[object]) -> str:
    """The cell of a row that holds a formula without a result, or a text that would become one."""
    for column, cell in enumerate(row):
        is_text = isinstance(cell, str) and cell.lstrip().startswith(("=", "@"))
        if is_text or (number, column) in table.uncalculated:
            return cell_name(number, column)
    return ""


def _outcome(cells: Cells, readings: Mapping[str, Reading]) -> EmissionFactor | Trouble:
    trouble = _bad_number(cells, readings) or _bad_word(cells)
    if trouble is not None:
        return trouble
    texts = {name: unguarded(text_of(cell)) for name, cell in cells.items()}
    factor_id = texts.get("id", "") or _made_id(texts.get("name", ""))
    if not _ID.fullmatch(factor_id):
        return Trouble(code="import.factor_id", params={"id": factor_id})
    made = own_factor(factor_id, _draft(texts, readings))
    if isinstance(made, list):
        return Trouble(code="import.factor_incomplete", params={"columns": ", ".join(made)})
    return made


def _made_id(name: str) -> str:
    return "own:" + (_SLUG.sub("-", name.casefold()).strip("-")[:60] or "factor")


def _bad_number(cells: Cells, readings: Mapping[str, Reading]) -> Trouble | None:
    for name, reading in readings.items():
        if reading is not None and not _is_fine(name, reading):
            value = shown(cells[name])
            return Trouble(code="import.factor_number", params={"column": name, "value": value})
    parts = _parts(readings)
    if parts is not None and parts.fossil < -_ROUNDING * abs(parts.excluding_uptake):
        return Trouble(code="import.factor_parts", params={"value": shown(cells["kg_co2e"])})
    gsd = _value(readings, "gsd")
    for name in _SHARES:
        share = _value(readings, name)
        if share is not None and share > 1:
            params = {"column": name, "value": f"{share:g}"}
            return Trouble(code="import.factor_share", params=params)
    if gsd is not None and gsd < 1:
        return Trouble(code="import.factor_gsd", params={"value": f"{gsd:g}"})
    return None


def _parts(readings: Mapping[str, Reading]) -> Buckets | None:
    """The figure by kind of emission, all that is not stated apart as fossil; nothing: all is fossil."""
    whole = _value(readings, "kg_co2e")
    stated = {name: _value(readings, name) or 0.0 for name in PARTS}
    if whole is None or not any(stated.values()):
        return None
    uptake = stated.pop("uptake")
    fossil = math.fsum((whole, *(-value for value in stated.values())))
    return Buckets(
        **stated, fossil=0.0 if abs(fossil) < _ROUNDING * whole else fossil, uptake_product=uptake
    )


def _is_fine(name: str, reading: Reading) -> bool:
    """A bare number of zero or more, of zero or less for removals; a year is a whole one."""
    if not isinstance(reading, Number) or reading.unit:
        return False
    if reading.value * (-1 if name in NEVER_ABOVE_ZERO else 1) < 0:
        return False
    return not name.startswith("year_") or reading.value.is_integer()


def _bad_word(cells: Cells) -> Trouble | None:
    """A unit, a place or a choice that we do not know; what is empty is missing, not wrong."""
    unit, place = text_of(cells.get("unit")), text_of(cells.get("place"))
    if unit and unit not in UNITS:
        return Trouble(code="import.factor_unit", params={"unit": unit})
    if place and kind(place) == "unknown":
        return Trouble(code="import.factor_place", params={"place": place})
    for name, choices in _WORDS.items():
        word = text_of(cells.get(name))
        known = [str(choice.value) for choice in choices]
        if word and word not in known:
            params = {"column": name, "value": word, "choices": ", ".join(known)}
            return Trouble(code="import.factor_word", params=params)
    return None


def _draft(texts: Mapping[str, str], readings: Mapping[str, Reading]) -> FactorDraft:
    boundary, gwp_set = texts.get("boundary"), texts.get("gwp_set")
    year_from, year_to = _value(readings, "year_from"), _value(readings, "year_to")
    gsd = _value(readings, "gsd")
    said: dict[str, Any] = {name: texts.get(name, "") for name in _TEXTS}
    return FactorDraft(
        kg_co2e=_value(readings, "kg_co2e"),
        buckets=_parts(readings),
        boundary=Boundary(boundary) if boundary else None,
        gwp_set=GwpSet(gwp_set) if gwp_set else None,
        scrap_convention=ScrapConvention(
            texts.get("scrap_convention") or ScrapConvention.NOT_STATED
        ),
        includes_forming=_says_yes(texts, "includes_forming"),
        includes_packaging=_says_yes(texts, "includes_packaging"),
        includes_empty_running=(
            _says_yes(texts, "includes_empty_running")
            if texts.get("includes_empty_running")
            else None
        ),
        year_from=None if year_from is None else int(year_from),
        year_to=None if year_to is None else int(year_to),
        grid_kwh=_value(readings, "grid_kwh"),
        recycled_content=_value(readings, "recycled_content"),
        sigma_ln=math.log(gsd) if gsd else None,
        sigma_origin="stated" if gsd else "",
        primary_share=_value(readings, "primary_share") or 0.0,
        **said,
    )


def _says_yes(texts: Mapping[str, str], name: str) -> bool:
    return texts.get(name, "").casefold() in ("yes", "true", "1")


_TEXTS = (
    "name",
    "unit",
    "place",
    "publisher",
    "document",
    "licence",
    "url",
    "technology",
    "category",
    "grid_id",
    "note",
)


def _value(readings: Mapping[str, Reading], name: str) -> float | None:
    reading = readings.get(name)
    return reading.value if isinstance(reading, Number) else None


def _each_once(
    kept: Sequence[tuple[int, EmissionFactor]],
) -> tuple[tuple[EmissionFactor, ...], list[Finding]]:
    """The factors whose id stands once; of the others none, for nobody could say which one is meant."""
    times = Counter(factor.id for _, factor in kept)
    once = tuple(factor for _, factor in kept if times[factor.id] == 1)
    doubles = [
        _left_out(number, Trouble(code="import.factor_twice", params={"id": factor.id}))
        for number, factor in kept
        if times[factor.id] > 1
    ]
    return once, doubles


def _left_out(number: int, trouble: Trouble) -> Finding:
    return warning(trouble.code, where=f"row/{number + 1}", row=number + 1, **trouble.params)
