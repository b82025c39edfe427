"""Tables read in a process of their own, so that the window answers while a large one is read.

The reader stays for as long as a table is looked at: reading it again in another way costs only the
understanding, as its cells are kept. A frozen program must call `multiprocessing.freeze_support()`
first thing.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING

from supplier_pcf.app.import_groups import GroupKey
from supplier_pcf.app.import_job import (
    BOM,
    ENERGY,
    Answer,
    Job,
    Progress,
    ReadTable,
    Tables,
    read_job,
)
from supplier_pcf.app.importing import TableOptions, place_of, with_bom, with_energy
from supplier_pcf.domain.energy import Carrier
from supplier_pcf.domain.finding import Refusal
from supplier_pcf.domain.flows import Material
from supplier_pcf.importers.bom import BomImport
from supplier_pcf.importers.energy import EnergyImport
from supplier_pcf.importers.energy_told import UNUSED
from supplier_pcf.importers.outcome import ColumnUse, RowReport, RowStatus, Source
from supplier_pcf.importers.synonyms import BOM_FIELDS, ENERGY_FIELDS
from supplier_pcf.importers.table import letters as column_letters

if TYPE_CHECKING:
    from multiprocessing.process import BaseProcess

    from supplier_pcf.app.import_layouts import Layouts
    from supplier_pcf.app.session import Edit, Session
    from supplier_pcf.domain.factor import EmissionFactor

__all__ = [
    "BOM",
    "ENERGY",
    "ColumnUse",
    "EnergyImport",
    "Job",
    "ReadTable",
    "Refusal",
    "RowReport",
    "RowStatus",
    "Source",
    "TableOptions",
    "column_letters",
]

_UNIT_OF_MASS = frozenset({"unit_mass", "total_mass"})
"""What a plain net mass is understood as, by its heading."""
_MASSES = ("g", "kg", "mg", "t", "lb", "oz")
_COUNTED = ("piece", "1000 piece", "kg", "g", "t", "m", "mm", "m2", "cm2", "l", "ml", "m3")
_USED = (
    "kWh", "MWh", "10MWh", "GWh", "MJ", "GJ", "tce", "kWh gross", "kWh net", "GJ gross", "GJ net",
    "m3", "Nm3", "l", "kg", "t",
)  # fmt: skip
"""Units a column can be told to be in, the most usual first."""


def materials_of(read: ReadTable) -> tuple[Material, ...]:
    """The materials of a bill that was read; none where it is something else."""
    return read.table.materials if isinstance(read.table, BomImport) else ()


def fields_of(kind: str) -> tuple[str, ...]:
    """The fields a column of such a table can be read as."""
    fields = BOM_FIELDS if kind == BOM else ENERGY_FIELDS
    plain = tuple(name for name in fields if name not in ("other", "total"))
    return plain if kind == BOM else (*plain, *(carrier.value for carrier in Carrier))


def is_carrier(name: str) -> bool:
    """Whether a column was read as the amounts of one form of energy."""
    return name.partition(" ")[0] in {carrier.value for carrier in Carrier}


def units_for(field: str) -> tuple[str, ...]:
    """The units a column of this field can be in; none where it has no unit."""
    if is_carrier(field) or field == "amount":
        return _USED
    if field == "quantity":
        return _COUNTED
    return _MASSES if field in ("net_mass", "unit_mass", "total_mass", "gross_mass") else ()


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


def mapped_energy(how: TableOptions, column: str, name: str) -> Mapping[str, str]:
    """The same for energy bills, where several columns may be of one form of energy."""
    told = {f: c for f, c in (how.mapping or {}).items() if c != column}
    if not name:
        return told | {f"{UNUSED} {column}": column}
    return told | {f"{name} {column}" if is_carrier(name) else name: column}


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What the user decided about a table beyond how it is read."""

    factors: Mapping[GroupKey, str | None] = field(default_factory=dict)
    """The factor of each group of equal materials he settled."""
    without_gone: bool = False
    """Whether rows of the study go that the table does not have."""
    targets: Mapping[str, str] = field(default_factory=dict)
    """The meter of the study by the meter of the table; empty: a new one."""


def imported(session: Session, read: ReadTable, choices: Choices | None = None) -> Edit:
    """The edit that takes the whole table over."""
    table, told = read.table, choices or Choices()
    if table is None:
        return lambda study: study
    if isinstance(table, BomImport):
        return lambda study: with_bom(study, table, told.factors, without_gone=told.without_gone)
    library = session.library
    return lambda study: with_energy(study, library, table, told.targets)


def job_for(
    session: Session,
    kind: str,
    path: Path,
    how: TableOptions,
    layouts: Layouts | None = None,
) -> Job:
    """What the reader needs to know of the open study; with `layouts` it reads as it was told before."""
    factors: tuple[EmissionFactor, ...] = ()
    if kind != ENERGY:
        from supplier_pcf.factors.library import bundled_library

        bundled = bundled_library()
        known = (*session.library, *session.study.factors)
        factors = tuple(f for f in known if bundled.get(f.id) is not f)
    return Job(
        kind=kind, path=path, how=how, place=place_of(session.study), factors=factors,
        layouts=layouts or {},
    )  # fmt: skip


def serve(connection: Connection) -> None:
    """Answer jobs until nobody asks any more; what the reading process runs."""
    tables = Tables()
    while True:
        try:
            number, job = connection.recv()
        except (EOFError, OSError):
            return
        answer = read_job(job, tables, partial(_tell, connection, number))
        connection.send((number, answer))


def _tell(connection: Connection, number: int, done: int, of: int) -> None:
    connection.send((number, Progress(done=done, of=of)))


class TableReader:
    """Asks the reading process and hands over its newest answer; never waits."""

    def __init__(self, work: Callable[[Connection], None] = serve) -> None:
        self._work = work
        self._answers: SimpleQueue[tuple[int, Answer | Progress | None]] = SimpleQueue()
        self._process: BaseProcess | None = None
        self._connection: Connection | None = None
        self._asked = 0
        self._is_busy = False
        self._file = ""
        self.progress = Progress()
        """How far the newest job is."""

    def ask(self, job: Job) -> None:
        """Have this read; what is still being read for an earlier job is given up."""
        if self._is_busy:
            self.stop()
        self._asked += 1
        self._is_busy, self._file, self.progress = True, job.path.name, Progress()
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
            if number != self._asked:
                continue
            if isinstance(answer, Progress):
                self.progress = answer
            else:
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
