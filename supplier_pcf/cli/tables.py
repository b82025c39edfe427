"""What the two imports share: their options, opening or making the study, the row by row report."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

from supplier_pcf.app.calculation import library_of
from supplier_pcf.app.documents import open_or_begin, save_project, with_study
from supplier_pcf.app.importing import Imported, TableOptions
from supplier_pcf.cli.command import DONE, now, print_findings
from supplier_pcf.domain.carried import settled
from supplier_pcf.domain.finding import Refusal
from supplier_pcf.domain.study import Study
from supplier_pcf.factors.library import FactorLibrary
from supplier_pcf.importers.outcome import RowReport, RowStatus
from supplier_pcf.importers.unit_words import unit_of
from supplier_pcf.words import sentence

Import = Callable[[Study, FactorLibrary, Path, TableOptions], Imported]

_SAID = {
    RowStatus.MATCHED: "matched",
    RowStatus.CHOOSE: "to choose",
    RowStatus.IGNORED: "ignored",
}


def table_arguments(parser: argparse.ArgumentParser) -> None:
    """The table, the study it goes into, and how to read the table where that is not clear."""
    parser.add_argument("table", type=Path, metavar="TABLE", help=".xlsx, .xlsm or .csv")
    parser.add_argument("--into", required=True, type=Path, metavar="STUDY", help="made if missing")
    parser.add_argument("--sheet", help="the sheet to read, where there are several")
    parser.add_argument("--decimal", choices=[",", "."], help="the decimal sign of text numbers")
    parser.add_argument(
        "--header-row", type=int, metavar="ROW", help="where the headings are not found"
    )
    parser.add_argument(
        "--unit",
        action="append",
        default=[],
        metavar="COLUMN=UNIT",
        help="this column is in this unit, such as F=g; may be repeated",
    )
    parser.add_argument("--year", type=int, help="of bills whose months do not name it")
    parser.add_argument(
        "--column",
        action="append",
        default=[],
        metavar="FIELD=COLUMN",
        help="read this field from this column, such as net_mass=F; may be repeated",
    )


def run_import(
    call: argparse.Namespace,
    read: Import,
    more: Callable[[Study, FactorLibrary], None] = lambda _study, _library: None,
) -> int:
    """Read the table into the study and say what became of every row, and what `more` has to say."""
    project = open_or_begin(call.into)
    library = library_of(project)
    done = read(project.study, library, call.table, _options(call))
    study = settled(project.study, done.study)
    save_project(call.into, with_study(project, study), now())
    _print_rows(done.rows)
    print_findings(done.findings)
    more(done.study, library)
    _print_changes(project.study, done.study, call.table.name)
    print(f"Wrote {call.into}")
    return DONE


def _options(call: argparse.Namespace) -> TableOptions:
    mapping = dict(pair.partition("=")[::2] for pair in call.column)
    units = dict(map(_column_and_unit, call.unit))
    return TableOptions(
        sheet=call.sheet,
        decimal=call.decimal,
        mapping=mapping or None,
        year=call.year,
        header_row=call.header_row,
        units=units,
    )


def _column_and_unit(told: str) -> tuple[str, str]:
    """`f=Gramm` as the column F and the unit g.

    Raises:
        Refusal: the unit is not known.
    """
    column, _, unit = told.partition("=")
    known = unit_of(unit)
    if known is None:
        raise Refusal("import.unit_unknown", value=unit, cell=column)
    return column.strip().upper(), known


def _print_changes(before: Study, after: Study, table: str) -> None:
    """What became of the materials the study had already."""
    known = {m.id: m for m in before.materials}
    told = [m for m in after.materials if known.get(m.id) != m]
    if not known or after.materials == before.materials:
        return
    for material in told:
        state = "changed" if material.id in known else "new"
        print(f"{state}: {material.part_number or material.name or material.id}")
    changed = sum(material.id in known for material in told)
    print(f"{table}: {changed} changed, {len(told) - changed} new")


def _print_rows(rows: Iterable[RowReport]) -> None:
    listed = tuple(rows)
    for row in listed:
        why = f": {sentence(row.code, row.params)}" if row.code else ""
        print(f"row {row.row:<5} {_SAID[row.status]:<10} {row.label}{why}")
    counts = Counter(row.status for row in listed)
    print(", ".join(f"{counts[status]} {word}" for status, word in _SAID.items()))
