"""A supplier's footprint inside a package: AASX with XML or JSON, or a zip; and archives made to harm."""

import io
import json
import zipfile
from datetime import date
from xml.sax.saxutils import escape

import pytest

from supplier_pcf.app.receiving import open_received
from supplier_pcf.domain.finding import Refusal
from supplier_pcf.formats import aas_json, pact_3
from supplier_pcf.guard import package
from supplier_pcf.words import sentence
from tests.formats.made import an_issue

TODAY = date(2026, 6, 1)
SHELL = aas_json.environment(an_issue())
AAS = json.dumps(SHELL).encode()
PACT = json.dumps(pact_3.product_footprint(an_issue())).encode()
_ITEMS = {
    "assetAdministrationShells": "assetAdministrationShell",
    "submodels": "submodel",
    "keys": "key",
    "description": "langStringTextType",
    "supplementalSemanticIds": "reference",
}


def as_xml(value, name):
    """The same in the XML of the metamodel, element by element."""
    if isinstance(value, dict):
        inside = "".join(as_xml(v, k) for k, v in value.items() if k != "modelType")
        return f"<{name}>{inside}</{name}>"
    if isinstance(value, list):
        inside = "".join(as_xml(each, item_name(each, name)) for each in value)
        return f"<{name}>{inside}</{name}>"
    text = str(value).lower() if isinstance(value, bool) else str(value)
    return f"<{name}>{escape(text)}</{name}>"


def item_name(item, of):
    kind = item.get("modelType", "")
    if of == "submodels" and not kind:
        return "reference"
    return kind[0].lower() + kind[1:] if kind else _ITEMS[of]


XML = as_xml(SHELL, "environment").replace(
    "<environment>", '<environment xmlns="https://admin-shell.io/aas/3/0">', 1
)


def packed(**files):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name.replace("__", "/"), content)
    return out.getvalue()


def aasx(**files):
    """As the package explorers write it."""
    own = {"[Content_Types].xml": "<Types/>", "_rels/.rels": "<Relationships/>"}
    return packed(**own, **files)


@pytest.fixture
def opened(tmp_path):
    def opened_as(content, name):
        path = tmp_path / name
        path.write_bytes(content)
        return open_received(path, TODAY)

    return opened_as


def test_an_aasx_with_json_is_read_as_its_json(opened):
    plain = opened(AAS, "a.json").footprint()
    inside = opened(aasx(**{"aasx/aas/env.json": AAS}), "a.aasx").footprint()
    assert inside.received == plain.received
    assert inside.received.excluding > 0
    assert inside.findings == plain.findings


def test_an_aasx_with_xml_is_read_as_its_json(opened):
    plain = opened(AAS, "a.json").footprint()
    inside = opened(aasx(**{"aasx/aas/env.aas.xml": XML}), "a.aasx").footprint()
    assert inside.received == plain.received
    assert opened(XML.encode(), "a.xml").footprint().received == plain.received


def test_a_zip_holds_one_or_several_files_and_what_cannot_be_read_is_told(opened):
    one = opened(packed(**{"sent/bracket.json": PACT, "readme.pdf": b"%PDF"}), "a.zip")
    assert one.footprint().received == opened(PACT, "a.json").footprint().received
    shell = aasx(**{"aasx/e.json": AAS})
    several = opened(packed(**{"a.json": PACT, "b.aasx": shell, "c.json": b"{"}), "b.zip")
    assert [each.format_id for each in several.footprints] == ["pact-3", "aas-json", ""]
    assert several.footprints[2].refusal.code == "file.cut_off"


def refused(opened, content, name="a.zip"):
    with pytest.raises(Refusal) as caught:
        opened(content, name)
    assert sentence(caught.value.code, caught.value.params)
    return caught.value.code


def test_a_zip_without_a_footprint_is_told(opened):
    assert refused(opened, packed(**{"a.pdf": b"%PDF"})) == "receive.none"
    assert refused(opened, packed(**{"a.zip": packed(**{"b.zip": PACT})})) == "receive.none"
    assert refused(opened, packed(**{"xl/workbook.xml": b"<a/>"}), "a.xlsx") == "file.not_exchanged"


def test_archives_made_to_harm_are_refused(opened, monkeypatch):
    assert refused(opened, packed(**{"../a.json": PACT})) == "file.unsafe_member"
    assert refused(opened, packed(**{"/a.json": PACT})) == "file.unsafe_member"
    assert refused(opened, packed(**{"a.json": PACT, "A.json": PACT})) == "file.duplicate_member"
    assert refused(opened, packed(**{"a.json": b" " * 30_000_000})) == "file.expands_too_much"
    assert refused(opened, PACT[:0] + package.MAGIC + b"rest") == "file.damaged"
    whole = packed(**{"a.json": PACT})
    assert refused(opened, whole[: len(whole) // 2]) == "file.damaged"
    locked = bytearray(whole)
    at = locked.index(b"PK\x01\x02")
    locked[at + 8] |= 1
    assert refused(opened, bytes(locked)) == "file.encrypted"
    monkeypatch.setattr(package, "MAX_MEMBERS", 1)
    assert refused(opened, packed(**{"a.json": PACT, "b.json": PACT})) == "file.too_many_members"


BOMB = '<!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]><environment>&b;</environment>'


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (BOMB, "file.not_exchanged"),
        ("<a>" * 500 + "</a>" * 500, "file.too_deep"),
        ('<?xml version="1.0" encoding="utf-16"?><a/>', "file.not_utf8"),
        ("<a><b></a>", "file.damaged"),
        ("<html/>", "file.not_exchanged"),
        ('<aasenv xmlns="http://www.admin-shell.io/aas/2/0"/>', "file.not_exchanged"),
    ],
)
def test_xml_made_to_harm_or_of_another_kind_is_refused(opened, text, code):
    assert refused(opened, text.encode(), "a.xml") == code
    assert refused(opened, aasx(**{"aasx/env.xml": text}), "a.aasx") == code
