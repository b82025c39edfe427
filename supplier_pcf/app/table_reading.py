"""Tables read in a process of their own, so that the window answers while a large one is read.

The reader stays for as long as a table is looked at: reading it again in another way costs only the
reading. A frozen program must call `multiprocessing.freeze_support()` first thing.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING

from supplier_pcf.app.importing import (
    TableOptions,
    place_of,
    read_bom_table,
    read_energy_table,
    with_bom,
    with_energy,
)
from supplier_pcf.domain.energy import Carrier
from supplier_pcf.domain.factor import EmissionFactor
from supplier_pcf.domain.finding import Finding, Refusal
from supplier_pcf.importers.bom import BomImport
from supplier_pcf.importers.energy import EnergyImport
from supplier_pcf.importers.outcome import ColumnUse, RowReport, RowStatus, Source
from supplier_pcf.importers.reading import read_tables
from supplier_pcf.importers.synonyms import BOM_FIELDS, ENERGY_FIELDS
from supplier_pcf.importers.table import letters, text_of

if TYPE_CHECKING:
    from multiprocessing.process import BaseProcess

    from supplier_pcf.app.session import Edit, Session

__all__ = ["ColumnUse", "Refusal", "RowReport", "RowStatus", "Source", "TableOptions"]

BOM, ENERGY = "bom", "energy"
_EXAMPLES = 3
_FIRST_ROWS = 200
_UNIT_OF_MASS = frozenset({"unit_mass", "total_mass"})
"""What a plain net mass is understood as, by its heading."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """A table to read, how, and what proposing factors for its rows needs."""

    kind: str
    path: Path
    how: TableOptions = TableOptions()
    place: str = ""
    factors: tuple[EmissionFactor, ...] = ()
    """Those of the project, beside the bundled ones."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadTable:
    """What was read, and a few values of each column to recognise it by."""

    table: BomImport | EnergyImport
    examples: Mapping[str, str] = field(default_factory=dict)
    """By the letters of the column."""

    @property
    def source(self) -> Source:
        """File, sheet, headings and columns."""
        return self.table.source

    @property
    def rows(self) -> tuple[RowReport, ...]:
        """Every row of the sheet and what became of it."""
        return self.table.rows

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is good to know about the table."""
        return self.table.findings

    @property
    def counts(self) -> Mapping[RowStatus, int]:
        """How many rows were matched, wait for the user, and were left aside."""
        return self.table.counts

    @property
    def is_empty(self) -> bool:
        """Whether nothing would come of importing it."""
        table = self.table
        return not (table.materials if isinstance(table, BomImport) else table.meters)


Answer = ReadTable | Refusal


def fields_of(kind: str) -> tuple[str, ...]:
    """The fields a column of such a table can be read as."""
    fields = BOM_FIELDS if kind == BOM else ENERGY_FIELDS
    return tuple(name for name in fields if name not in ("other", "total"))


def is_carrier(name: str) -> bool:
    """Whether a column was read as the amounts of one form of energy."""
    return name.partition(" ")[0] in {carrier.value for carrier in Carrier}


def mapped(
    how: TableOptions, columns: tuple[ColumnUse, ...], column: str, name: str
) -> Mapping[str, str]:
    """The mapping with one more word of the user: this column is that field, or nothing."""
    told = {f: c for f, c in (how.mapping or {}).items() if c != column}
    if name:
        return told | {name: column}
    old = next((use.field for use in columns if use.column == column), "")
    gone = {old: ""} if old else {}
    shown = {use.field for use in columns}
    if old in _UNIT_OF_MASS and "net_mass" not in shown:
        gone["net_mass"] = ""
    return told | gone


def imported(session: Session, read: ReadTable) -> Edit:
    """The edit that takes the whole table over."""
    table = read.table
    if isinstance(table, BomImport):
        return lambda study: with_bom(study, table)
    library = session.library
    return lambda study: with_energy(study, library, table)


def job_for(session: Session, kind: str, path: Path, how: TableOptions) -> Job:
    """What the reader needs to know of the open study."""
    factors: tuple[EmissionFactor, ...] = ()
    if kind == BOM:
        from supplier_pcf.factors.library import bundled_library

        bundled = bundled_library()
        known = (*session.library, *session.study.factors)
        factors = tuple(f for f in known if bundled.get(f.id) is not f)
    return Job(kind=kind, path=path, how=how, place=place_of(session.study), factors=factors)


def read_job(job: Job) -> Answer:
    """The table of a job, or why it cannot be read."""
    try:
        table = _read(job)
        return ReadTable(table=table, examples=_examples(job.path, table.source))
    except Refusal as refusal:
        return refusal


def _read(job: Job) -> BomImport | EnergyImport:
    if job.kind == ENERGY:
        return read_energy_table(job.path, job.how)
    from supplier_pcf.factors.library import bundled_library

    library = bundled_library()
    own = library.with_factors(job.factors) if job.factors else library
    return read_bom_table(job.path, job.how, own, job.place)


def _examples(path: Path, source: Source) -> dict[str, str]:
    (table, *_) = read_tables(path, source.sheet or None)
    rows = table.rows[source.header_row : source.header_row + _FIRST_ROWS]
    found: dict[str, list[str]] = {}
    for row in rows:
        for index, cell in enumerate(row):
            values = found.setdefault(letters(index), [])
            text = text_of(cell)
            if text and len(values) < _EXAMPLES and text not in values:
                values.append(text)
    return {column: ", ".join(values) for column, values in found.items()}


def serve(connection: Connection) -> None:
    """Answer jobs until nobody asks any more; what the reading process runs."""
    while True:
        try:
            number, job = connection.recv()
        except (EOFError, OSError):
            return
        connection.send((number, read_job(job)))


class TableReader:
    """Asks the reading process and hands over its newest answer; never waits."""

    def __init__(self, work: Callable[[Connection], None] = serve) -> None:
        self._work = work
        self._answers: SimpleQueue[tuple[int, Answer | None]] = SimpleQueue()
        self._process: BaseProcess | None = None
        self._connection: Connection | None = None
        self._asked = 0
        self._is_busy = False
        self._file = ""

    def ask(self, job: Job) -> None:
        """Have this read; what is still being read for an earlier job is given up."""
        if self._is_busy:
            self.stop()
        self._asked += 1
        self._is_busy, self._file = True, job.path.name
        if self._process is None or not self._process.is_alive():
            self._start()
        if self._connection is not None:
            try:
                self._connection.send((self._asked, job))
            except OSError:
                self._answers.put((self._asked, None))

    def answer(self) -> Answer | None:
        """What came of the newest job; None while it is being read."""
        while True:
            try:
                number, answer = self._answers.get_nowait()
            except Empty:
                return None
            if number == self._asked:
                self._is_busy = False
                return answer or Refusal("import.reader_stopped", file=self._file)

    def stop(self) -> None:
        """End the reading process, in the middle of its work if need be."""
        self._asked += 1
        self._is_busy, self._connection = False, None
        if self._process is not None:
            self._process.terminate()
            self._process.join(1)
            self._process = None

    def _start(self) -> None:
        context = multiprocessing.get_context("spawn")
        self._connection, other = context.Pipe()
        self._process = context.Process(target=self._work, args=(other,), daemon=True)
        self._process.start()
        other.close()
        Thread(target=self._listen, args=(self._connection,), daemon=True).start()

    def _listen(self, connection: Connection) -> None:
        """Runs in a thread: taking a large answer apart must not stop the window."""
        while True:
            try:
                self._answers.put(connection.recv())
            except (EOFError, OSError):
                if connection is self._connection:
                    self._answers.put((self._asked, None))
                return
