"""The register of formats."""

import pkgutil
import re
from pathlib import Path

import pytest

import supplier_pcf.formats
from supplier_pcf.formats import FORMATS, by_id, inventory_csv, pact_3
from supplier_pcf.words import exchange
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
    others = ("aas", "cx_0136", "catena_x")
    files = [path for path in FOLDER.rglob("*.py") if not path.name.startswith(others)]
    source = "\n".join(path.read_text(encoding="utf-8") for path in files)
    short = re.findall(r'_(?:missing|doubt|note|found|compared|part_of)\(\s*"([a-z0-9_]+)"', source)
    whole = re.findall(r'"(inventory_csv\.[a-z_]+)"', source)
    assert {*whole, *(f"pact_3.{code}" for code in short)} == SENTENCES.keys()


def test_every_code_of_tables_and_shells_has_a_sentence_and_every_sentence_a_code():
    found = set()
    for path in FOLDER.rglob("*.py"):
        source = path.read_text(encoding="utf-8")
        found |= set(re.findall(r'"((?:exchange|cx_0136_csv|aas_json)\.[a-z0-9_]+)"', source))
        name = re.match(r"(cx_0136|aas)", path.name)
        if name:
            prefix = {"cx_0136": "cx_0136_csv", "aas": "aas_json"}[name[1]]
            short = re.findall(r'_(?:found|summed)\(\s*"([a-z0-9_]+)"', source)
            found |= {f"{prefix}.{code}" for code in short}
    assert found == exchange.SENTENCES.keys()
