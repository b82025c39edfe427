"""The house checks itself: lengths, registers, words, what is imported when."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

from supplier_pcf.cli.main import COMMANDS
from supplier_pcf.words.catalogue import SENTENCES

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "supplier_pcf"
MODULES = sorted(PACKAGE.rglob("*.py"))
TREES = {path: ast.parse(path.read_text(encoding="utf-8")) for path in MODULES}
LONGEST_MODULE, LONGEST_FUNCTION = 400, 40


def name_of(path):
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_modules_are_short_enough_to_read(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_MODULE


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_functions_are_short_enough_to_read(path):
    long = [
        f"{node.name}: {node.end_lineno - node.lineno + 1} lines"
        for node in ast.walk(TREES[path])
        if isinstance(node, ast.FunctionDef)
        and node.end_lineno - node.lineno + 1 > LONGEST_FUNCTION
    ]
    assert not long


def literal_codes(tree):
    """Codes written out where findings and refusals are made."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "id", getattr(node.func, "attr", ""))
        if name == "Refusal" and node.args and isinstance(node.args[0], ast.Constant):
            yield node.args[0].value
        if name == "Finding":
            for keyword in node.keywords:
                if keyword.arg == "code" and isinstance(keyword.value, ast.Constant):
                    yield keyword.value.value


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_every_code_has_its_sentence(path):
    assert [code for code in literal_codes(TREES[path]) if code not in SENTENCES] == []


def test_sentences_are_sentences():
    for code, sentence in SENTENCES.items():
        assert re.match(r"^[“A-Z{0-9]|^[a-z]+\.json ", sentence), code
        assert sentence.rstrip(")”").endswith((".", "?", "}")), code


def test_every_module_says_what_it_is():
    assert [name_of(p) for p, tree in TREES.items() if not ast.get_docstring(tree)] == []


def test_nobody_asks_a_layout_for_its_items():
    """Qt for Python keeps such an item when it is long gone; what Qt puts in its place is then taken for it."""
    modules = (*PACKAGE.rglob("*.py"), *(ROOT / "tests" / "gui").glob("*.py"))
    assert [name_of(p) for p in modules if ".itemAt(" in p.read_text(encoding="utf-8")] == []


def test_readme_names_every_command():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [c.name for c in COMMANDS if f"`{c.name}" not in readme] == []


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_texts_to_translate_stand_outside_of_f_strings(path):
    """Python 3.11 reads an f-string as one text, so nobody would find what is to be translated in it."""
    inside = [
        ast.unparse(call)
        for node in ast.walk(TREES[path])
        if isinstance(node, ast.JoinedStr)
        for call in ast.walk(node)
        if isinstance(call, ast.Call) and getattr(call.func, "id", "") in ("_", "N_", "ngettext")
    ]
    assert inside == []


def run(code):
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


HEAVY = ("pandas", "numpy", "openpyxl", "reportlab", "PySide6", "python_calamine")


def test_calculating_imports_no_heavy_library():
    code = f"""
import contextlib, io, sys, tempfile, pathlib
from supplier_pcf.cli.main import main
with tempfile.TemporaryDirectory() as folder, contextlib.redirect_stdout(io.StringIO()):
    study = pathlib.Path(folder) / "s.spcf"
    assert main(["new", "--sample", "diesel-rail", "--out", str(study)]) == 0
    assert main(["calculate", str(study), "--json"]) == 0
print([name for name in {HEAVY!r} if name in sys.modules])
"""
    assert run(code).strip() == "[]"


def test_everything_but_the_gui_lives_without_qt():
    code = """
import importlib, pkgutil, sys
class NoQt:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in ("PySide6", "shiboken6"):
            raise ImportError(name)
sys.meta_path.insert(0, NoQt())
import supplier_pcf
for module in pkgutil.walk_packages(supplier_pcf.__path__, "supplier_pcf."):
    if not module.name.startswith(("supplier_pcf.gui", "supplier_pcf.__main__")):
        importlib.import_module(module.name)
"""
    run(code)


def test_pyproject_pins_the_qt_that_works():
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert "PySide6-Essentials==6.11.3" in text
