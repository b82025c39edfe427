"""`validate` and `import-pcf`."""

import json

import pytest

from supplier_pcf.formats import pact_2, pact_3
from supplier_pcf.project.file import read
from tests.formats.made import an_issue

SOUND = pact_3.product_footprint(an_issue())


@pytest.fixture
def received(tmp_path):
    """A supplier's file with this content."""

    def written(content):
        path = tmp_path / "from-supplier.json"
        path.write_text(json.dumps(content), encoding="utf-8")
        return path

    return written


def test_a_sound_file_is_named_and_nothing_is_wrong(run, received):
    said = run("validate", received(SOUND))
    assert said.code == 0
    assert "PACT 3 (JSON), version 3.0.3" in said.out
    assert "3.53 kg CO2e per piece, 2.94 per kg" in said.out
    assert "Nothing is wrong with it." in said.out


def test_what_is_wrong_is_said_with_its_field_and_the_code_is_1(run, received):
    wrong = SOUND | {"pcf": SOUND["pcf"] | {"primaryDataShare": "150"}}
    said = run("validate", received(wrong))
    assert said.code == 1
    assert "error: The primary data share must be from 0 to 100" in said.out
    assert "[pcf/primaryDataShare]" in said.out


def test_what_is_no_footprint_is_one_sentence_and_the_code_is_2(run, received):
    said = run("validate", received({"hello": "world"}))
    assert (said.code, said.out) == (2, "")
    assert said.err.count("\n") == 1


def test_validate_as_data_tells_every_footprint(run, received):
    older = json.loads(pact_2.render(an_issue()))
    said = run("validate", received({"data": [SOUND, older]}), "--json")
    assert said.code == 0
    first, second = said.data["footprints"]
    assert (first["format"], second["format"]) == ("pact-3", "pact-2")
    assert (first["sound"], first["unit"], second["unit"]) == (True, "piece", "kg")
    assert second["kg_co2e_per_unit"] == pytest.approx(3.53 / 1.2)


def test_a_footprint_goes_onto_a_row_and_into_the_total(run, received, bracket):
    """The sample's first material on a footprint per kilogram of 3.53 / 1.2 kg CO2e."""
    row = read(bracket).study.materials[0].id
    said = run("import-pcf", received(SOUND), "--into", bracket, "--row", row)
    assert said.code == 0, said.err
    study = read(bracket).study
    (factor,) = [f for f in study.factors if f.layer.value == "supplier"]
    assert study.materials[0].factor_id == factor.id
    assert study.materials[0].evidence[-1] == study.evidence[-1].id
    kept = read(bracket).attachments[study.evidence[-1].file]
    assert kept.read() == (bracket.parent / "from-supplier.json").read_bytes()
    assert factor.kg_co2e == pytest.approx(3.53 / 1.2)
    assert factor.id in run("calculate", bracket, "--json").out


def test_faults_stop_the_import_unless_they_are_accepted(run, received, bracket):
    before = bracket.read_bytes()
    path = received(SOUND | {"status": "active"})
    said = run("import-pcf", path, "--into", bracket)
    assert said.code == 1
    assert "status" in said.err
    assert bracket.read_bytes() == before
    assert run("import-pcf", path, "--into", bracket, "--with-faults").code == 0
    assert any(f.layer.value == "supplier" for f in read(bracket).study.factors)


def test_a_footprint_begins_a_study_with_an_id_of_its_own(run, received, tmp_path):
    paths = tmp_path / "a.spcf", tmp_path / "b.json"
    for path in paths:
        assert run("import-pcf", received(SOUND), "--into", path).code == 0
    one, other = (read(path).study for path in paths)
    assert one.id and other.id and one.id != other.id
    assert [f.layer.value for f in one.factors] == ["supplier"]


def test_of_several_one_is_named_by_its_number(run, received, bracket):
    path = received([SOUND, SOUND | {"id": "5c5a0b0c-7a7b-4a55-9a56-0d6f1c1d2e3f"}])
    said = run("import-pcf", path, "--into", bracket)
    assert said.code == 2
    assert "from 1 to 2" in said.err
    assert run("import-pcf", path, "--into", bracket, "--number", "2").code == 0
    assert read(bracket).study.factors[-1].edition.startswith("5c5a0b0c")
