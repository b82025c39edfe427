"""One table to read: what is asked, what comes back, and what kind of table it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from supplier_pcf.app.import_layouts import Layouts, signature
from supplier_pcf.app.importing import Told, read_bom_table
from supplier_pcf.domain.factor import EmissionFactor
from supplier_pcf.domain.finding import Finding, Refusal
from supplier_pcf.importers.bom import BomImport
from supplier_pcf.importers.bom_columns import AMOUNT, IDENTITY
from supplier_pcf.importers.bom_columns import BOM as BOM_WORDS
from supplier_pcf.importers.choosing import choose_table
from supplier_pcf.importers.energy import EnergyImport, energy_in
from supplier_pcf.importers.energy_header import ENERGY as ENERGY_WORDS
from supplier_pcf.importers.energy_header import find_energy_header
from supplier_pcf.importers.options import AS_IT_SAYS, TableOptions
from supplier_pcf.importers.outcome import RowReport, RowStatus, Source
from supplier_pcf.importers.peek import Peek, likely_header_row, peek, raw_source
from supplier_pcf.importers.reading import read_tables
from supplier_pcf.importers.table import Table, letters, text_of

BOM, ENERGY, UNCLEAR = "bom", "energy", ""
_EXAMPLES = 3
_FIRST_ROWS = 200
_LOOKED_AT = 60
_CLEARLY = 2
"""How many times better headings must fit one kind of table than the other."""
_NOT_UNDERSTOOD = {"import.no_bom_headings", "import.no_bom_rows", "import.no_energy_headings"}
"""Why a table makes no sense yet: the user can say where its headings are and what they mean."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """A table to read, how, and what proposing factors for its rows needs."""

    kind: str
    """`bom`, `energy`, or empty where the table is to tell."""
    path: Path
    how: TableOptions = AS_IT_SAYS
    place: str = ""
    factors: tuple[EmissionFactor, ...] = ()
    """Those of the project, beside the bundled ones."""
    layouts: Layouts = field(default_factory=dict)
    """What the user said of tables of known layouts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How many rows are done, of how many; of none while the file is being read."""

    done: int = 0
    of: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadTable:
    """What was read, how, and a few values of each column to recognise it by."""

    kind: str
    table: BomImport | EnergyImport | None
    """None where the table makes no sense yet; `problem` says why."""
    source: Source
    """File, sheet, headings and columns."""
    how: TableOptions = AS_IT_SAYS
    examples: Mapping[str, str] = field(default_factory=dict)
    """By the letters of the column."""
    seen: Peek = Peek()
    """The top of the sheet as it stands."""
    signature: str = ""
    """What the layout is known by."""
    was_known: bool = False
    """Whether it was read as the user said of an earlier file of this layout."""
    problem: Refusal | None = None

    @property
    def rows(self) -> tuple[RowReport, ...]:
        """Every row of the sheet and what became of it."""
        return self.table.rows if self.table else ()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is good to know about the table."""
        return self.table.findings if self.table else ()

    @property
    def counts(self) -> Mapping[RowStatus, int]:
        """How many rows were matched, wait for the user, and were left aside."""
        return self.table.counts if self.table else dict.fromkeys(RowStatus, 0)

    @property
    def is_empty(self) -> bool:
        """Whether nothing would come of importing it."""
        table = self.table
        return not (table.materials if isinstance(table, BomImport) else table and table.meters)


Answer = ReadTable | Refusal


class Tables:
    """The cells of the file read last, so that reading it in another way is quick."""

    def __init__(self) -> None:
        self._known: tuple[Path, int, int] | None = None
        self._tables: tuple[Table, ...] = ()

    def of(self, path: Path) -> tuple[Table, ...]:
        """All sheets of this file; it is read again only when it has changed.

        Raises:
            Refusal: the file cannot be read.
        """
        try:
            status = path.stat()
            stamp = (path, status.st_mtime_ns, status.st_size)
        except OSError:
            stamp = None
        if stamp is None or stamp != self._known:
            self._tables, self._known = read_tables(path), stamp
        return self._tables


def read_job(job: Job, kept: Tables | None = None, tell: Told = lambda _done, _of: None) -> Answer:
    """The table of a job, or why its file cannot be read."""
    try:
        tables = (kept or Tables()).of(job.path)
        kind, how, was_known = job.kind or kind_of(tables), job.how, False
        for possible in (kind,) if kind else (BOM, ENERGY):
            if not was_known:
                how, was_known = _as_before(tables, possible, job)
                kind = possible if was_known else kind
        return _read(replace(job, kind=kind, how=how), tables, tell, was_known=was_known)
    except Refusal as refusal:
        return refusal


def kind_of(tables: Sequence[Table]) -> str:
    """What a file holds by its headings: a bill of materials, energy bills, or empty where it is unclear."""
    found = [header.header.score for table in tables if (header := find_energy_header(table))]
    energy = max(found, default=0)
    chosen = choose_table(tables, AS_IT_SAYS, BOM_WORDS, (IDENTITY, AMOUNT))
    bom = chosen[1].score if chosen is not None else 0
    if bom > _CLEARLY * energy:
        return BOM
    return ENERGY if energy > _CLEARLY * bom else UNCLEAR


def _as_before(tables: Sequence[Table], kind: str, job: Job) -> tuple[TableOptions, bool]:
    """The options with what the user said of this layout before; whether there was anything."""
    for table in tables if job.layouts else ():
        if job.how.sheet in (None, table.sheet):
            for number, row in enumerate(table.rows[:_LOOKED_AT], start=1):
                layout = job.layouts.get(signature(kind, row))
                if layout is not None:
                    sheet = replace(job.how, sheet=table.sheet or None)
                    return layout.put_on(sheet, number), True
    return job.how, False


def _read(job: Job, tables: tuple[Table, ...], tell: Told, *, was_known: bool) -> ReadTable:
    problem: Refusal | None = None
    table: BomImport | EnergyImport | None = None
    try:
        table = _understood(job, tables, tell)
    except Refusal as refusal:
        if refusal.code not in _NOT_UNDERSTOOD:
            raise
        problem = refusal
    seen = peek(tables, table.source.sheet if table else job.how.sheet or "")
    source = table.source if table else _raw(job, tables, seen)
    cells = next(t for t in tables if t.sheet == seen.sheet)
    headings = cells.rows[source.header_row - 1] if source.header_row else ()
    return ReadTable(
        kind=job.kind, table=table, source=source, how=job.how, seen=seen, problem=problem,
        examples=_examples(cells, source), signature=signature(job.kind, headings),
        was_known=was_known,
    )  # fmt: skip


def _understood(job: Job, tables: tuple[Table, ...], tell: Told) -> BomImport | EnergyImport | None:
    """The rows of the table; None where its kind is not known."""
    if job.kind == UNCLEAR:
        return None
    if job.kind == ENERGY:
        return energy_in(tables, job.how)
    from supplier_pcf.factors.library import bundled_library

    library = bundled_library()
    own = library.with_factors(job.factors) if job.factors else library
    return read_bom_table(tables, job.how, own, job.place, tell)


def _raw(job: Job, tables: Sequence[Table], seen: Peek) -> Source:
    row = job.how.header_row or likely_header_row(seen)
    words = ENERGY_WORDS if job.kind == ENERGY else BOM_WORDS
    return raw_source(tables[0].file, seen, row, words, job.how.mapping or {})


def _examples(table: Table, source: Source) -> dict[str, str]:
    rows = table.rows[source.header_row : source.header_row + _FIRST_ROWS]
    found: dict[str, list[str]] = {}
    for row in rows:
        for index, cell in enumerate(row):
            values = found.setdefault(letters(index), [])
            text = text_of(cell) if len(values) < _EXAMPLES else ""
            if text and text not in values:
                values.append(text)
    return {column: ", ".join(values) for column, values in found.items()}
