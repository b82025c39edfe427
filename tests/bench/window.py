"""`python -m tests.bench.window`: edits, pages, languages, an import and memory, each beside what is wanted."""

import os
import statistics
import sys
import tempfile
import time
from dataclasses import replace
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QModelIndex, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtWidgets import QApplication, QTableView

from supplier_pcf.app.samples import sample_study
from supplier_pcf.app.session import Session
from supplier_pcf.app.settings import Settings
from supplier_pcf.app.table_reading import BOM
from supplier_pcf.domain.study import Study
from supplier_pcf.domain.units import Quantity
from supplier_pcf.gui.base import theme
from supplier_pcf.gui.factors.factor_library import FactorLibraryDialog
from supplier_pcf.gui.importing.import_assistant import ImportAssistant
from supplier_pcf.gui.start import settle_in
from supplier_pcf.gui.tables.rows_table import RowsTable
from supplier_pcf.gui.window.main_window import MainWindow
from supplier_pcf.gui.window.registry import STEP_IDS
from supplier_pcf.gui.window.view import change_view
from tests.bench.__main__ import long_bom, show

ROWS = 500
MANY = 5000
NOTCHES = 60
EDITS = 40


def settle() -> None:
    """Let everything happen that waits, painting included."""
    for _ in range(3):
        QApplication.processEvents()


def wait_for(seconds: float) -> None:
    """Let the window read ahead as while a user looks at the first page."""
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        QApplication.processEvents()


class Took(float):
    """Milliseconds by the clock on the wall; `cpu` is what the processor worked for it."""

    cpu: float = 0.0


def took(job) -> Took:
    """How long a job and all that follows from it takes."""
    begin, worked = time.perf_counter(), time.process_time()
    job()
    settle()
    found = Took(1000 * (time.perf_counter() - begin))
    found.cpu = 1000 * (time.process_time() - worked)
    return found


def middle(found: list[Took]) -> Took:
    """The median of both."""
    both = Took(statistics.median(found))
    both.cpu = statistics.median(each.cpu for each in found)
    return both


def tell(what: str, found: Took, wanted: float) -> None:
    """One line of the table: on a busy computer the second figure says more."""
    print(f"{what:44} {found:9.1f} ms, {found.cpu:7.1f} of CPU, wanted <= {wanted:g} ms")


class Beat:
    """The longest time in which the window did not look for what the user does next."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._timer = QTimer()
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._beat)

    def gap(self, job, seconds: float = 1.0) -> Took:
        """During a job and all that follows from it; `cpu` is the longest by the processor, threads included."""
        QTimer.singleShot(5, job)
        self._gaps, self._last = [], (time.perf_counter(), time.process_time())
        self._timer.start()
        wait_for(seconds)
        while self._window.session.is_calculating:
            wait_for(0.05)
        self._timer.stop()
        longest = Took(max(wall for wall, _cpu in self._gaps))
        longest.cpu = max(cpu for _wall, cpu in self._gaps)
        return longest

    def _beat(self) -> None:
        now = time.perf_counter(), time.process_time()
        self._gaps.append(tuple(1000 * (b - a) for a, b in zip(self._last, now, strict=True)))
        self._last = now


def gaps(window: MainWindow) -> None:
    """With 5,000 rows, and with 5,000 rows that all lack a factor: no work keeps the window from answering."""
    beat, study = Beat(window), long_sample(MANY)
    lacking = [replace(m, factor_id=None) for m in study.materials if m.id.startswith("row-")]
    window.show_step("start")
    window.speak("en")
    for name, begun in ((f"{MANY:,} rows", study), ("without factors", with_rows(study, lacking))):
        window.show_step("materials")
        tell(f"{name}: opened", beat.gap(lambda begun=begun: window.session.start(begun)), 100)
        for step in ("materials", "result", "deliver"):
            shown = beat.gap(lambda step=step: window.show_step(step))
            tell(f"{name}: {step} shown", shown, 100)
            edits = [
                beat.gap(lambda kg=kg: window.session.edit(partial(heavier, kg=kg), "Change"))
                for kg in (1.0, 2.0, 3.0)
            ]
            tell(f"{name}: an edit on {step}", middle(edits), 100)
        tell(f"{name}: another language", beat.gap(lambda: window.speak("de")), 300)
    show(f"memory with {MANY:,} rows and all that", resident(), "MB", 250)


def with_rows(study: Study, rows: list) -> Study:
    """The study with these in place of its rows of the same ids."""
    new = {row.id: row for row in rows}
    return replace(study, materials=tuple(new.get(m.id, m) for m in study.materials))


def arrived(window: MainWindow, job) -> Took:
    """How long it takes to the result of a large study, which is worked out beside the window."""

    def wait() -> None:
        job()
        while window.session.is_calculating:
            QApplication.processEvents()
            time.sleep(0.002)

    return took(wait)


def opened(folder: str) -> MainWindow:
    """The window with the sample in it."""
    window = MainWindow(Session(Path(folder)), Settings(language="en"))
    window.resize(1280, 720)
    window.show()
    settle()
    window.begin()
    wait_for(1.0)
    window.start_study(lambda: sample_study("stamped-bracket"))
    settle()
    return window


def long_sample(rows: int = ROWS) -> Study:
    """The sample with 500 rows more in its bill of materials."""
    sample = sample_study("stamped-bracket")
    leaf = next(m for m in sample.materials if m.factor_id)
    more = [replace(leaf, id=f"row-{i}", name=f"Part {i}", parent_id=None) for i in range(rows)]
    return replace(sample, materials=(*sample.materials, *more))


def heavier(study: Study, kg: float) -> Study:
    """The study with another amount in the first of its added rows."""
    rows = [
        replace(m, amount=Quantity(kg, "kg")) if m.id == "row-0" else m for m in study.materials
    ]
    return replace(study, materials=tuple(rows))


def edit(window: MainWindow) -> Took:
    """How long it takes from an edit on the materials page to its result, painted."""
    window.session.start(long_sample())
    window.show_step("materials")
    settle()

    def change(number: int) -> Took:
        new = 0.1 + number / 100
        return took(lambda: window.session.edit(lambda study: heavier(study, new), "Change"))

    return middle([change(number) for number in range(EDITS)][5:])


def notch(view: QTableView) -> None:
    """One notch of the mouse wheel over a table."""
    middle = QPointF(view.viewport().rect().center())
    everywhere = QPointF(view.viewport().mapToGlobal(middle.toPoint()))
    turned = QWheelEvent(
        middle,
        everywhere,
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), turned)


def many_rows(window: MainWindow) -> None:
    """A bill of materials of 5,000 rows: pasted, scrolled, sorted, picked out, edited, kept in memory."""
    window.session.start(sample_study("stamped-bracket"))
    window.show_step("materials")
    settle()
    table = window.page("materials").materials
    lines = (f"Part {i}\t{i % 90 + 1} g\t{i % 90 + 2} g\n" for i in range(MANY))
    QGuiApplication.clipboard().setText("".join(lines))
    table.view.clearSelection()
    table.view.setCurrentIndex(QModelIndex())
    show(f"{MANY:,} rows pasted, to the result", arrived(window, table.paste) / 1000, "s", 3)
    assert table.model.rowCount() > MANY
    show("undone", arrived(window, window.session.undo) / 1000, "s", 1)
    show("and done again", arrived(window, window.session.redo) / 1000, "s", 3)
    window.session.start(long_sample(MANY))
    settle()
    scrolled(table)
    ordered(table)

    def change(number: int) -> Took:
        new = 0.1 + number / 100
        edit = partial(window.session.edit, partial(heavier, kg=new), "Change")
        return arrived(window, edit)

    tell("an edit, to the result", middle([change(number) for number in range(10)]), 200)
    show(f"memory with {MANY:,} rows and all pages made", resident(), "MB", 250)


def scrolled(table: RowsTable) -> None:
    """Sixty notches of the wheel."""
    table.view.setFixedHeight(600)
    settle()
    steps = [took(lambda: notch(table.view)) for _time in range(NOTCHES)]
    show("a notch of the wheel, painted", statistics.median(steps), "ms", 20)
    show("the slowest of 60 notches", max(steps), "ms", 20)


def ordered(table: RowsTable) -> None:
    """Sorted, picked out, and all shown again."""
    amount = table.model.column_of("amount")
    ascending = Qt.SortOrder.AscendingOrder
    show("sorted", took(lambda: table.view.sortByColumn(amount, ascending)), "ms", 300)
    show("rows picked out, first", took(lambda: table.model.show_only("part 77")), "ms", 1000)
    show("rows picked out, next key", took(lambda: table.model.show_only("part 7")), "ms", 100)
    show("all shown again", took(table.restore_order), "ms", 300)


def pages(window: MainWindow) -> None:
    """Every page, shown for the first time and again."""
    first = {step: took(lambda step=step: window.show_step(step)) for step in STEP_IDS}
    again = {step: took(lambda step=step: window.show_step(step)) for step in STEP_IDS}
    for step in STEP_IDS:
        tell(f"page {step}, first", first[step], 80)
        tell(f"page {step}, again", again[step], 50)


def languages(window: MainWindow) -> None:
    """Another language on the page of materials, and on the richest one."""
    for step in ("materials", "result"):
        window.show_step(step)
        settle()
        spoken = ("de", "zh_CN", "en") * 2
        found = [took(lambda language=language: window.speak(language)) for language in spoken]
        tell(f"language on page {step}", middle(found[3:]), 300)


def import_of_many(window: MainWindow, folder: Path) -> None:
    """A workbook of 5,000 parts through the assistant: read by another process, then taken over."""
    path = long_bom(folder, MANY)
    window.session.start(sample_study("stamped-bracket"))
    window.show_step("materials")
    settle()
    dialog = ImportAssistant(window.context, window, BOM, path)
    begin = time.perf_counter()
    dialog.show()
    slowest = Took()
    while not dialog.take.isEnabled():
        slowest = max(slowest, took(lambda: time.sleep(0.005)))
    show(f"{MANY:,} rows read and shown", time.perf_counter() - begin, "s", 3)
    tell("the longest the window did not answer", slowest, 100)
    tell("and taken over, to the result", arrived(window, dialog.take.click), 3000)
    dialog.deleteLater()


def view(window: MainWindow) -> None:
    """Language, decimal mark and size of text changed on the fullest pages, painted."""
    for step in ("materials", "energy", "result"):
        window.show_step(step)
        settle()
        turns = [took(partial(change_view, window, language=to)) for to in ("de", "zh_CN", "en")]
        tell(f"another language on {step}", middle(turns), 300)
    tell("another decimal mark", took(partial(change_view, window, decimal=",")), 300)
    tell("larger text", took(partial(change_view, window, text_size=125)), 500)
    change_view(window, decimal="", text_size=100)


def library(window: MainWindow) -> None:
    """The factor library opened for the first time and again, and every key of a search in it."""

    def opened() -> FactorLibraryDialog:
        dialog = FactorLibraryDialog(window.context, window)
        dialog.show()
        return dialog

    show("factor library opened, first", took(opened), "ms", 300)
    show("factor library opened, again", took(opened), "ms", 150)
    dialog = opened()
    words = ("steel sheet", "aluminium", "1.4301", "diesel")
    typed = [word[:length] for word in words for length in range(1, len(word) + 1)]

    def look(text: str) -> float:
        dialog.search.setText(text)
        return took(dialog.look)

    show("factor library, a key, painted", statistics.median(map(look, typed)), "ms", 50)
    dialog.close()


def resident() -> float:
    """MB that the process holds; only Linux says it without further tools."""
    status = Path("/proc/self/status")
    if not status.exists():
        return float("nan")
    line = next(x for x in status.read_text().splitlines() if x.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


def bench() -> None:
    """Measure everything, with user data of its own."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_DATA_HOME"] = os.environ["APPDATA"] = folder
        app = theme.new_app(sys.argv[0])
        settle_in(app)
        theme.load_fonts()
        theme.apply(app)
        window = opened(folder)
        tell(f"edit to result, sample and {ROWS} rows", edit(window), 16)
        window.session.start(sample_study("stamped-bracket"))
        # All pages but the first are made anew, to be shown for the first time.
        window.show_step(STEP_IDS[0])
        window.speak("en")
        wait_for(1.0)
        pages(window)
        show("memory with the sample, all pages made", resident(), "MB", 200)
        tell("the same edit with all pages made", edit(window), 16)
        languages(window)
        import_of_many(window, Path(folder))
        view(window)
        many_rows(window)
        gaps(window)
        library(window)
        window.session.close()


if __name__ == "__main__":
    bench()
