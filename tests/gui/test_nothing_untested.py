"""A new model, page or dialog that no test looks at is found here."""

import ast
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules, walk_packages

import pytest
from PySide6.QtCore import QAbstractItemModel

from supplier_pcf import gui
from supplier_pcf.gui import pages
from supplier_pcf.gui.factors.compose_factor import CompositionDialog
from supplier_pcf.gui.factors.parts_table import AMOUNT
from supplier_pcf.gui.window import dialogs
from supplier_pcf.gui.window.registry import STEP_IDS

HERE = Path(__file__).parent
MADE_OF_OTHERS = {"MovingRows", "TitledModel"}
"""Models that only others are made of."""
LOOKED_AT = {
    "ChangeModel": ("test_update_factors.py", "check(dialog.model)"),
    "CompareModel": ("test_table_models.py", "CompareDialog"),
    "FactorTableModel": ("test_factor_picker.py", "check(dialog.model)"),
    "FindingsModel": ("test_main_window.py", "FindingsModel("),
    "FlowTableModel": ("test_flow_table.py", "check(table.model)"),
    "ImportRowsModel": ("test_import_assistant.py", "check(dialog.tabs.rows.model)"),
    "LeavingModel": ("test_deliver_page.py", "LeavingModel("),
    "Narrowed": ("test_result_page.py", "check(table.sorted)"),
    "LibraryModel": ("test_table_models.py", '"factor-library"'),
    "PartsModel": ("test_nothing_untested.py", "check(dialog.parts)"),
    "ResultTableModel": ("test_result_page.py", "check(table.rows)"),
    "SheetModel": ("test_import_assistant.py", "tabs.sheet.model"),
    "TextModel": ("test_change_log.py", "check(dialog.model)"),
}
"""Where the rules of Qt are tried on each model, and by which words one finds the place."""


def modules():
    """Every module of the window."""
    for found in walk_packages(gui.__path__, f"{gui.__name__}."):
        yield import_module(found.name)


def models():
    """The names of all models the window is made of."""
    return {
        name
        for module in modules()
        for name, made in vars(module).items()
        if isinstance(made, type)
        and issubclass(made, QAbstractItemModel)
        and made.__module__ == module.__name__
    }


def test_every_model_is_tried_by_the_rules_of_models():
    assert models() - MADE_OF_OTHERS == set(LOOKED_AT)
    for name, (file, words) in LOOKED_AT.items():
        text = (HERE / file).read_text(encoding="utf-8")
        assert "qtmodeltester" in text and words in text, name


def test_every_page_is_a_step_that_the_tests_walk_through():
    made = {found.name for found in iter_modules(pages.__path__)}
    assert made - {"page"} == set(STEP_IDS)


def dialogs_made():
    """The names of all dialogs by the modules they stand in."""
    for path in sorted(Path(gui.__path__[0]).rglob("*.py")):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            bases = [b.id for b in getattr(node, "bases", ()) if isinstance(b, ast.Name)]
            if any(base in ("QDialog", "LibraryBrowser") for base in bases):
                yield node.name, path


@pytest.mark.parametrize(("name", "path"), [pytest.param(*d, id=d[0]) for d in dialogs_made()])
def test_every_dialog_is_opened_by_a_test(name, path):
    shown = Path(dialogs.__file__).read_text(encoding="utf-8")
    if name in shown:
        return  # all of these are opened by the tests of the menus
    tests = (f.read_text(encoding="utf-8") for f in HERE.glob("test_*.py") if f != Path(__file__))
    assert any(name in text or f"gui.{path.stem} import" in text for text in tests)


def test_the_parts_of_a_compound_are_a_sound_table(qtbot, context, qtmodeltester):
    dialog = CompositionDialog(context, "ADC12")
    qtbot.addWidget(dialog)
    factors = iter(context.session.library)
    for _number in range(3):
        dialog.parts.add(next(factors), is_energy=False)
    qtmodeltester.check(dialog.parts)
    dialog.parts.setData(dialog.parts.index(0, AMOUNT), "not a number")
    qtmodeltester.check(dialog.parts)
    assert dialog.parts.rowCount() >= 3
