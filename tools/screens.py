"""Pictures of every step of a sample and of every dialog, light and dark: `python -m tools.screens FOLDER [LANGUAGE]`.

`python -m tools.screens --guide` takes those of the user guide and the README instead.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from supplier_pcf.app.choosing import need_of
from supplier_pcf.app.factor_update import Newer, proposed, used_factors
from supplier_pcf.app.samples import find_sample, sample_study
from supplier_pcf.app.session import Session
from supplier_pcf.app.settings import Settings
from supplier_pcf.app.table_reading import BOM
from supplier_pcf.gui.base import theme
from supplier_pcf.gui.factors.ask_supplier import AskSupplierDialog
from supplier_pcf.gui.factors.compare_factors import CompareDialog
from supplier_pcf.gui.factors.compose_factor import CompositionDialog
from supplier_pcf.gui.factors.factor_library import FactorLibraryDialog
from supplier_pcf.gui.factors.factor_picker import FactorPicker
from supplier_pcf.gui.factors.own_factor_form import OwnFactorForm
from supplier_pcf.gui.factors.update_factors import UpdateDialog
from supplier_pcf.gui.factors.ways_out import WaysOutDialog
from supplier_pcf.gui.importing.import_assistant import ImportAssistant
from supplier_pcf.gui.window.backups import BackupsDialog
from supplier_pcf.gui.window.dialogs import SHOW
from supplier_pcf.gui.window.main_window import MainWindow
from supplier_pcf.gui.window.registry import STEP_IDS

_SAMPLE = "stamped-bracket"


def pictures(app: QApplication, folder: Path, language: str) -> None:
    """One picture a step and look."""
    folder.mkdir(parents=True, exist_ok=True)
    for dark in (False, True):
        theme.dress(app, dark=dark)
        with tempfile.TemporaryDirectory() as data:
            session = Session(Path(data))
            window = MainWindow(session, Settings(language=language))
            window.show()
            QTest.qWait(150)
            window.begin(recover=False)
            window.filing.begin(lambda: sample_study(_SAMPLE))
            for step in STEP_IDS:
                window.show_step(step)
                QTest.qWait(150)
                name = f"{step}-{'dark' if dark else 'light'}-{language}.png"
                window.grab().save(str(folder / name))
            look = f"{'dark' if dark else 'light'}-{language}"
            _library(window, folder, look)
            _dialogs(window, folder, look)
            session.close()
            window.deleteLater()


def _library(window: MainWindow, folder: Path, look: str) -> None:
    """The factor library on a factor that the sample uses, and two factors side by side."""
    dialog = FactorLibraryDialog(window.context, window)
    dialog.show()
    QTest.qWait(150)
    dialog.grab().save(str(folder / f"library-all-{look}.png"))
    dialog.search.setText("steel sheet cold rolled")
    dialog.look()
    QTest.qWait(150)
    dialog.set_aside.click()
    QTest.qWait(150)
    dialog.grab().save(str(folder / f"library-{look}.png"))
    two = dialog.table.rows.factor(0), dialog.table.rows.factor(1)
    if two[0] is not None and two[1] is not None:
        compare = CompareDialog(window.context, (two[0], two[1]), dialog)
        compare.show()
        QTest.qWait(150)
        compare.grab().save(str(folder / f"library-compare-{look}.png"))
        compare.close()
    _update(window, folder, look)
    ways = WaysOutDialog(window.context, window.session.study.materials[-1].id, window)
    ways.show()
    QTest.qWait(150)
    ways.grab().save(str(folder / f"ways-out-{look}.png"))
    ways.close()
    dialog.close()


def _dialogs(window: MainWindow, folder: Path, look: str) -> None:
    """Every dialog of the menus as it opens, the dated copies, and the assistant on the sample's workbook."""

    def grab(dialog: QDialog) -> int:
        dialog.show()
        QTest.qWait(150)
        dialog.grab().save(str(folder / f"dialog-{dialog.objectName()}-{look}.png"))
        dialog.hide()
        return 0

    asked, QDialog.exec = QDialog.exec, grab  # type: ignore[method-assign]
    try:
        for show in SHOW.values():
            show(window.context, window)
        grab(BackupsDialog(window.context, window.filing, window))
        workbook = find_sample(_SAMPLE).folder / "bom.xlsx"
        assistant = ImportAssistant(window.context, window, BOM, workbook)
        assistant.show()
        while not assistant.take.isEnabled():
            QTest.qWait(50)
        grab(assistant)
        assistant.tabs.setCurrentIndex(1)
        assistant.setObjectName("import-groups")
        grab(assistant)
        for dialog in _for_a_factor(window):
            grab(dialog)
    finally:
        QDialog.exec = asked  # type: ignore[method-assign]


def _for_a_factor(window: MainWindow) -> Iterator[QDialog]:
    """What is asked on the way to the factor of a material."""
    context, material = window.context, window.session.study.materials[-1]
    yield FactorPicker(context, material, window)
    yield OwnFactorForm(context, need_of(context.session, material), window)
    yield CompositionDialog(context, material.name, window)
    yield AskSupplierDialog(context, material.id, window)


def _update(window: MainWindow, folder: Path, look: str) -> None:
    """What a newer file would change: here every factor of the sample by a tenth."""
    used = used_factors(window.session)
    newer = Newer(
        title="factors.csv",
        factors=tuple(replace(f, version=f.version + 1, fossil=0.9 * f.fossil) for f in used),
    )
    dialog = UpdateDialog(window.context, newer, proposed(window.session, newer.factors), window)
    dialog.show()
    QTest.qWait(150)
    dialog.grab().save(str(folder / f"library-update-{look}.png"))
    dialog.close()


def main(folder: str, language: str = "en") -> None:
    """Take them all."""
    app = QApplication([])
    theme.load_fonts()
    theme.apply(app)
    with tempfile.TemporaryDirectory() as data:
        os.environ["XDG_DATA_HOME"] = os.environ["APPDATA"] = data
        pictures(app, Path(folder), language)
    print(f"Wrote {folder}")


if __name__ == "__main__":
    if sys.argv[1:] == ["--guide"]:
        from tools.guide_pictures import guide_pictures

        guide_pictures()
    else:
        main(*sys.argv[1:3])
