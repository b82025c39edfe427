"""The register of formats."""

import pkgutil
import re
from pathlib import Path

import pytest

import supplier_pcf.formats
from supplier_pcf.formats import FORMATS, READERS, by_id, footprints, inventory_csv, pact_3
from supplier_pcf.formats.shared.reading import parsed
from supplier_pcf.formats.shared.received import factor_of
from supplier_pcf.words import exchange, pact
from supplier_pcf.words.formats import SENTENCES
from tests.formats.made import an_issue

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


def test_every_format_that_can_read_is_a_reader():
    assert set(READERS) == {format_ for format_ in FORMATS if hasattr(format_, "read")}


@pytest.mark.parametrize("reader", READERS, ids=lambda r: r.ID)
def test_every_reader_knows_what_it_writes_and_no_other_does(reader):
    made = parsed(by_id(reader.ID).render(an_issue()), f"a{by_id(reader.ID).SUFFIX}")
    assert [found.ID for found, _ in footprints(made)] == [reader.ID]
    assert [other.ID for other in READERS if other.knows(made)] == [reader.ID]


@pytest.mark.parametrize("reader", READERS, ids=lambda r: r.ID)
def test_what_is_written_becomes_the_same_factor_whatever_the_format(reader):
    """3.53 kg CO2e for a piece of 1.2 kg, whichever way it was sent."""
    made = parsed(by_id(reader.ID).render(an_issue()), f"a{by_id(reader.ID).SUFFIX}")
    ((_, document),) = footprints(made)
    factor = factor_of(reader.read(document), "supplier:f", "a", per_kilogram=True)
    assert factor.unit in ("kg", "piece")
    assert factor.kg_co2e * (1.2 if factor.unit == "kg" else 1) == pytest.approx(3.53)


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
