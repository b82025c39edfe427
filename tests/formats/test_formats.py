"""The register of formats."""

import pkgutil
import re
from pathlib import Path

import pytest

import supplier_pcf.formats
from supplier_pcf.formats import FORMATS, by_id, inventory_csv, pact_3
from supplier_pcf.words import pact
from supplier_pcf.words.formats import SENTENCES

FOLDER = Path(supplier_pcf.formats.__path__[0])


def test_every_module_in_the_folder_is_listed():
    modules = {m.name for m in pkgutil.iter_modules([str(FOLDER)]) if not m.ispkg}
    assert {format_.__name__.rsplit(".", 1)[1] for format_ in FORMATS} == modules


@pytest.mark.parametrize("format_", FORMATS, ids=lambda f: f.ID)
def test_every_format_has_a_test_and_is_named_after_its_id(format_):
    name = format_.ID.replace("-", "_")
    assert format_.__name__ == f"supplier_pcf.formats.{name}"
    assert (Path(__file__).parent / f"test_{name}.py").is_file()
    assert format_.TITLE
    assert format_.SUFFIX.startswith(".")
    assert "Specification" in format_.__doc__
    assert "Not carried" in format_.__doc__


def test_formats_are_found_by_id():
    assert by_id("pact-3") is pact_3
    assert by_id("inventory-csv") is inventory_csv
    assert by_id("pact-9") is None


def test_every_code_has_a_sentence_and_every_sentence_a_code():
    source = "\n".join(path.read_text(encoding="utf-8") for path in FOLDER.rglob("*.py"))
    whole = re.findall(r'"(inventory_csv\.[a-z_]+)"', source)
    assert {*whole} == SENTENCES.keys()


def test_every_code_of_pact_has_a_sentence_and_every_sentence_a_code():
    source = "\n".join(path.read_text(encoding="utf-8") for path in FOLDER.rglob("*pact*.py"))
    makers = r"(?:_missing|_doubt|_note|_finding|found|compared|part_of)"
    short = set(re.findall(makers + r'\(\s*(?:footprint,\s*)?"([a-z0-9_]+)"', source))
    short |= set(re.findall(r'"(p\d\d[a-z0-9_]*)"', source))
    assert {code.split(".", 1)[1] for code in pact.SENTENCES} == short
