"""A supplier's file: known or refused in one sentence, judged, and taken into a study with its proof."""

import hashlib
import json
import re
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supplier_pcf.app import receiving
from supplier_pcf.app.receiving import (
    factor_from,
    open_received,
    per_kilogram,
    per_unit,
    with_footprint,
)
from supplier_pcf.domain.factor import Layer
from supplier_pcf.domain.finding import Refusal
from supplier_pcf.domain.flows import Material
from supplier_pcf.domain.study import Study
from supplier_pcf.domain.units import Quantity
from supplier_pcf.factors.personal import unsound
from supplier_pcf.formats import READERS, footprints, pact_2, pact_3
from supplier_pcf.formats.shared.reading import documents
from supplier_pcf.words import sentence
from supplier_pcf.words.receiving import SENTENCES
from tests.formats.made import an_issue
from tests.formats.official_pact import example

TODAY = date(2026, 6, 1)
SOUND = pact_3.product_footprint(an_issue())
OLDER = json.loads(pact_2.render(an_issue()))


@contextmanager
def refused(code):
    """What is refused with this code and has a sentence."""
    with pytest.raises(Refusal) as caught:
        yield
    assert caught.value.code == code
    assert sentence(code, caught.value.params)


@pytest.fixture
def opened(tmp_path):
    """A file with this content, opened."""

    def opened_as(content, name="bracket.json"):
        path = tmp_path / name
        data = content if isinstance(content, bytes) else json.dumps(content).encode()
        path.write_bytes(data)
        return open_received(path, TODAY)

    return opened_as


def a_study(unit="piece", **facts):
    row = Material(id="m1", name="Bracket", amount=Quantity(2.0, unit), **facts)
    return Study(id="s", materials=(row, replace(row, id="m2")))


def changed(document=SOUND, **pcf):
    return document | {"pcf": document["pcf"] | pcf}


def test_a_file_is_known_by_its_hash_its_format_and_its_figures(opened):
    file = opened(SOUND)
    (each,) = file.footprints
    assert file.sha256 == hashlib.sha256(json.dumps(SOUND).encode()).hexdigest()
    assert (each.format_id, each.title, each.is_sound) == ("pact-3", "PACT 3 (JSON)", True)
    assert each.findings == ()
    assert per_unit(each.received) == pytest.approx(3.53)
    assert per_kilogram(each.received) == pytest.approx(3.53 / 1.2)


@pytest.mark.parametrize(
    "values",
    [SOUND, [SOUND], {"data": SOUND}, {"data": [SOUND]}, {"type": "x", "data": {"pfs": [SOUND]}}],
)
def test_a_footprint_comes_out_of_any_envelope(values, opened):
    assert documents(values) == [SOUND]
    assert opened(values).footprint().format_id == "pact-3"


def test_rows_of_a_table_are_documents_of_one_row():
    assert documents([{"id": "1"}, {"id": "2"}]) == [[{"id": "1"}], [{"id": "2"}]]


def test_of_several_footprints_one_has_to_be_named(opened):
    file = opened({"data": [SOUND, OLDER, {"specVersion": "1.0.0"}]})
    assert [each.format_id for each in file.footprints] == ["pact-3", "pact-2", ""]
    assert file.footprint(2).format_id == "pact-2"
    with refused("receive.several"):
        file.footprint()
    with refused("receive.no_such"):
        file.footprint(4)
    with refused("receive.version"):
        factor_from(file.footprint(3), file, a_study())


@pytest.mark.parametrize("reader", READERS, ids=lambda r: r.ID)
def test_no_reader_knows_what_is_none(reader):
    for nothing in (None, [], {}, "x", 1, [1], {"specVersion": {}}, {"pcf": []}, [[]], [{}]):
        assert not reader.knows(nothing)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "file.empty"),
        (b"{" * 100_000, "file.too_deep"),
        (b'{"specVersion": "3.0.0", "specVersion": "2.0.0"}', "file.key_twice"),
        (b'{"specVersion": "3.0.0", "pcf": {"x": NaN}}', "file.bad_number"),
        (json.dumps(SOUND).encode("utf-16"), "file.not_utf8"),
        (json.dumps(SOUND).encode()[:-20], "file.cut_off"),
        (b"%PDF-1.7", "file.not_exchanged"),
        (b" " * (20 * 1024 * 1024 + 2), "file.too_big"),
        ({"specVersion": "1.0.0", "pcf": {}}, "receive.version"),
        (SOUND | {"specVersion": "4.0.0"}, "receive.version"),
        (SOUND | {"specVersion": 3}, "receive.unknown"),
        ({"hello": "world"}, "receive.unknown"),
        ([1, 2], "receive.unknown"),
        (None, "receive.unknown"),
        ([], "receive.none"),
        ({"data": []}, "receive.none"),
        ([SOUND | {"pcf": {}}] * 1001, "receive.too_many"),
    ],
)
def test_what_is_no_footprint_is_one_sentence_and_nothing_is_taken(content, code, opened):
    with pytest.raises(Refusal) as caught:
        opened(content)
    assert caught.value.code == code
    assert "bracket.json" in sentence(code, caught.value.params)


def test_a_byte_order_mark_does_not_matter(opened):
    assert opened(b"\xef\xbb\xbf" + json.dumps(SOUND).encode()).footprint().is_sound


def test_a_folder_and_a_missing_file_are_one_sentence(tmp_path):
    with refused("file.is_folder"):
        open_received(tmp_path, TODAY)
    with refused("file.missing"):
        open_received(tmp_path / "no.json", TODAY)


def test_unknown_fields_and_nulls_are_faults_not_refusals(opened):
    each = opened(changed(foo=1, biogenicCarbonContent=None)).footprint()
    assert {f.code for f in each.findings} == {"pact_3.p25", "pact_3.p00"}
    assert each.received is not None
    assert not each.is_sound


def test_a_footprint_without_a_total_is_judged_and_not_taken(opened):
    file = opened(changed(pcfExcludingBiogenicUptake="abc"))
    each = file.footprint()
    assert (each.format_id, each.refusal.code) == ("pact-3", "receive.field")
    assert "bracket.json" in sentence(each.refusal.code, each.refusal.params)
    assert each.findings
    with refused("receive.field"):
        factor_from(each, file, a_study())


def test_age_standing_and_unlikely_figures_are_pointed_out(opened):
    kg = {"fossilGhgEmissions": "2000", "pcfExcludingBiogenicUptake": "2001"}
    document = changed(SOUND | {"status": "Deprecated"}, **kg)
    document |= {"validityPeriodEnd": "2026-05-31T00:00:00Z"}
    codes = [f.code for f in opened(document).footprint().findings]
    assert {"receive.superseded", "receive.expired", "receive.heavy"} <= set(codes)
    tiny = dict.fromkeys(("fossilGhgEmissions", "pcfExcludingBiogenicUptake"), "0.0005")
    codes = [f.code for f in opened(changed(**tiny)).footprint().findings]
    assert "receive.light" in codes
    assert "receive.above" in codes


def test_every_code_of_receiving_has_a_sentence_and_every_sentence_a_code():
    package = Path(receiving.__file__).parents[1]
    reading = package / "formats" / "shared" / "pact_reading.py"
    source = Path(receiving.__file__).read_text() + reading.read_text()
    said = set(re.findall(r'"(receive\.[a-z_]+)"', source))
    doubted = re.findall(r'_doubt\("([a-z]+)"(?: if .* else "([a-z]+)")?', source)
    said |= {f"receive.{code}" for codes in doubted for code in codes if code}
    assert said == SENTENCES.keys()


def test_a_footprint_becomes_the_factor_of_a_row_with_the_file_as_its_proof(opened):
    file, study = opened(SOUND), a_study()
    factor = factor_from(file.footprint(), file, study, "m1")
    after = with_footprint(study, file, factor, "m1")
    row, other = after.materials
    assert (factor.layer, factor.unit) == (Layer.SUPPLIER, "piece")
    assert factor.id.startswith("supplier:bracket")
    assert unsound(factor) == ""
    assert (row.factor_id, other.factor_id) == (factor.id, None)
    (proof,) = after.evidence
    assert (proof.sha256, row.evidence) == (file.sha256, (proof.id,))
    assert file.name in proof.title
    assert after.factors == (factor,)


def test_a_row_in_kilograms_is_multiplied_per_kilogram(opened):
    file, study = opened(SOUND), a_study("kg")
    factor = factor_from(file.footprint(), file, study, "m1")
    assert (factor.unit, factor.kg_co2e) == ("kg", pytest.approx(3.53 / 1.2))


def test_a_row_the_footprint_does_not_fit_is_refused(opened):
    file = opened(SOUND)
    with refused("receive.unit"):
        factor_from(file.footprint(), file, a_study("m2"), "m1")
    with refused("receive.no_row"):
        factor_from(file.footprint(), file, a_study(), "m9")


def test_the_same_file_twice_changes_nothing(opened):
    file, study = opened(SOUND), a_study()
    once = with_footprint(study, file, factor_from(file.footprint(), file, study, "m1"), "m1")
    twice = with_footprint(once, file, factor_from(file.footprint(), file, once, "m1"), "m1")
    assert twice == once


def test_a_successor_is_the_next_version_on_every_row(opened):
    file, study = opened(SOUND), a_study()
    first = factor_from(file.footprint(), file, study)
    study = with_footprint(study, file, first, "m1")
    newer = changed(
        SOUND | {"id": "5c5a0b0c-7a7b-4a55-9a56-0d6f1c1d2e3f", "precedingPfIds": [SOUND["id"]]},
        fossilGhgEmissions="4.44",
        pcfExcludingBiogenicUptake="4.53",
    )
    file = opened(newer, "newer.json")
    second = factor_from(file.footprint(), file, study)
    after = with_footprint(study, file, second)
    assert (second.id, second.version) == (first.id, 2)
    assert after.factors == (second,)
    assert after.materials[0].factor_id == second.id
    assert len(after.evidence) == 2


def test_per_piece_and_per_kilogram_live_side_by_side(opened):
    file, study = opened(SOUND), a_study()
    study = with_footprint(study, file, factor_from(file.footprint(), file, study, "m1"), "m1")
    study = replace(
        study, materials=(study.materials[0], replace(study.materials[1], amount=Quantity(1, "kg")))
    )
    weighed = factor_from(file.footprint(), file, study, "m2")
    after = with_footprint(study, file, weighed, "m2")
    assert [f.unit for f in after.factors] == ["piece", "kg"]
    assert len({f.id for f in after.factors}) == 2


def test_all_rows_of_a_material_can_take_it_at_once(opened):
    file, study = opened(SOUND), a_study(designation="B12")
    factor = factor_from(file.footprint(), file, study, "m1")
    after = with_footprint(study, file, factor, "m1", for_all=True)
    assert {row.factor_id for row in after.materials} == {factor.id}
    assert all(row.evidence for row in after.materials)


@pytest.mark.parametrize(
    ("name", "format_id"),
    [
        *((f"examples/pact-3-example-{n}.json", "pact-3") for n in range(1, 5)),
        ("examples/pact-3-get-footprint-response.json", "pact-3"),
        ("examples/pact-2-get-footprint-response.json", "pact-2"),
    ],
)
def test_official_examples_are_read_and_each_has_a_fault(name, format_id, tmp_path):
    path = tmp_path / "a.json"
    path.write_bytes(example(name))
    each = open_received(path, TODAY).footprint()
    assert each.format_id == format_id
    assert each.received is not None
    assert each.findings


def test_the_official_car_door_weighs_25_kg_and_has_77_kg_co2e(tmp_path):
    path = tmp_path / "a.json"
    path.write_bytes(example("examples/pact-3-example-3.json"))
    file = open_received(path, TODAY)
    factor = factor_from(file.footprint(), file, a_study("kg"), "m1")
    assert factor.kg_co2e == pytest.approx(77 / 25)
    assert factor.outbound == pytest.approx(4 / 25)
    assert (factor.place, factor.valid_until) == ("DE-BW", "2027-12-30")


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.text(max_size=5)
    | st.sampled_from(["3.0.0", "1"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from([*SOUND, *SOUND["pcf"], "data", "pfs"]), inner, max_size=4
        )
    ),
    max_leaves=12,
)


@given(JSON)
def test_nothing_that_is_json_makes_receiving_fall_over(values):
    for reader, document in footprints(values):
        receiving._read(reader, document, "f.json", TODAY)


@given(JSON, st.sampled_from([*SOUND, *(f"pcf/{name}" for name in SOUND["pcf"])]))
def test_nothing_in_a_footprint_makes_receiving_fall_over(value, path):
    *parents, name = path.split("/")
    document = changed(**{name: value}) if parents else SOUND | {name: value}
    for reader, each in footprints(document):
        footprint = receiving._read(reader, each, "f.json", TODAY)
        if footprint.received is not None:
            file = receiving.ReceivedFile(name="f.json", sha256="0", footprints=(footprint,))
            factor_from(footprint, file, a_study())
