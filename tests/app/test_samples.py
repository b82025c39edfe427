"""Samples: every one opens, adds up as on paper, rests on shipped factors and says where its rows come from."""

import json
from datetime import UTC, datetime

import pytest

from supplier_pcf.app.calculation import calculated
from supplier_pcf.app.delivering import report
from supplier_pcf.app.samples import (
    all_samples,
    base_study,
    find_sample,
    sample_study,
    texts,
    words_of,
)
from supplier_pcf.domain.factor import RowType
from supplier_pcf.domain.factor_ids import study_factor_ids
from supplier_pcf.domain.finding import Refusal
from supplier_pcf.factors.library import bundled_library
from supplier_pcf.i18n import LANGUAGES
from supplier_pcf.project.codec import encode_study, study_as_data
from tests.app.straight_sum import Sum
from tests.build import AS_OF
from tools.samples.__main__ import FOLDER, studies

SAMPLES = all_samples()
TO_OVERWRITE = tuple(s for s in SAMPLES if not s.is_published)
MADE = tuple(s for s in TO_OVERWRITE if s.table("bom") is None)
"""Those written by hand; the bracket is read from tables."""
DONE = {s.id: calculated(sample_study(s.id), bundled_library(), AS_OF) for s in SAMPLES}

each = pytest.mark.parametrize("sample", SAMPLES, ids=lambda s: s.id)
each_to_overwrite = pytest.mark.parametrize("sample", TO_OVERWRITE, ids=lambda s: s.id)
each_made = pytest.mark.parametrize("sample", MADE, ids=lambda s: s.id)


def test_there_are_eight_parts_to_begin_with_and_then_the_published_example():
    assert [s.id for s in SAMPLES] == [
        "injection-moulded",
        "die-casting",
        "stamped-bracket",
        "turned-part",
        "wire-harness",
        "rubber-seal",
        "pcb-assembly",
        "battery-module",
        "diesel-rail",
    ]
    assert [s.id for s in SAMPLES if s.is_published] == ["diesel-rail"]


def test_they_are_made_in_many_countries():
    places = [DONE[s.id].study.sites[0].place for s in TO_OVERWRITE]
    assert len(set(places)) == len(places)
    assert {p[:2] for p in places} == {"CN", "CZ", "DE", "HU", "MX", "PL"}


@each
def test_every_sample_is_complete_and_named_in_every_language(sample):
    assert DONE[sample.id].result.complete
    for language in LANGUAGES:
        assert (sample.title_in(language) == sample.title) == (language == "en")
        assert (sample.line_in(language) == sample.line_in("en")) == (language == "en")


@each_to_overwrite
def test_none_has_an_error_or_masses_that_do_not_balance(sample):
    done = DONE[sample.id]
    done.require_no_errors()
    codes = {f.code for f in done.findings}
    assert not codes & {"result.mass_balance", "materials.mass_gap", "product.volume_differs"}


@each
def test_the_known_answer_is_the_sum_on_paper(sample):
    data = json.loads(json.dumps(study_as_data(sample_study(sample.id))))
    assert Sum(data).kg_co2e() == pytest.approx(sample.about["known_answer"], rel=1e-9)


@each
def test_the_program_finds_the_known_answer(sample):
    known = sample.about["known_answer"]
    assert DONE[sample.id].result.excluding == pytest.approx(known, rel=1e-9)


def test_the_cells_of_the_battery_by_hand():
    """24 x 0.82 kg / (0.996 x 0.997 x 0.999) x 17.33 kg CO2e per kg."""
    line = next(r for r in DONE["battery-module"].result.flows if r.id == "cell")
    assert line.buckets.excluding_uptake == pytest.approx(343.7983, abs=0.0001)


@each_to_overwrite
def test_they_rest_on_shipped_factors_alone(sample):
    library, study = bundled_library(), DONE[sample.id].study
    own = {f.id: f for f in study.factors}
    for factor_id in set(study_factor_ids(study)) - set(own):
        assert library.get(factor_id) is not None, factor_id
    for factor in own.values():
        for part in factor.recipe.parts:
            shipped = library.get(part.factor_id)
            assert (part.version, part.buckets) == (shipped.version, shipped.buckets)


@each_made
def test_every_row_says_where_its_amount_comes_from_and_that_it_is_made_up(sample):
    for flow in DONE[sample.id].study.flows():
        spoken = flow.note + (flow.exclusion.reason if flow.exclusion else "")
        assert "ade up for this sample" in spoken or flow.exclusion or flow.id == "air", flow.id


@each_made
def test_a_row_counted_by_price_asks_for_the_suppliers_footprint(sample):
    library = bundled_library()
    for flow in DONE[sample.id].study.flows():
        factor = library.get(flow.factor_id or "")
        if factor is not None and factor.row_type is RowType.SPEND and flow.exclusion is None:
            assert "screening" in flow.note and "Ask the" in flow.note, flow.id


@each_made
def test_a_document_stands_behind_masses_and_bills(sample):
    study = DONE[sample.id].study
    held = {e.id for e in study.evidence}
    assert held and not any(e.file for e in study.evidence)
    named = {i for flow in study.flows() for i in flow.evidence}
    assert named == {"bom", "bills"} <= held


def test_the_files_are_what_the_scripts_write():
    for study in studies():
        assert (FOLDER / study.id / "study.json").read_bytes() == encode_study(study), study.id


@each_to_overwrite
def test_the_report_of_every_sample_can_be_printed(sample, tmp_path):
    target = tmp_path / "report.pdf"
    report(DONE[sample.id], target, "en", datetime(2026, 3, 1, tzinfo=UTC))
    assert target.read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize("language", [code for code in LANGUAGES if code != "en"])
@each
def test_every_word_of_a_sample_is_translated(sample, language):
    said = set(filter(None, words_of(study_as_data(base_study(sample)))))
    assert said - {"慈溪精工"} <= set(texts(language))


@pytest.mark.parametrize("language", LANGUAGES)
@each
def test_the_number_is_the_same_in_every_language(sample, language):
    study = sample_study(sample.id, language)
    again = calculated(study, bundled_library(), AS_OF)
    assert again.result.excluding == DONE[sample.id].result.excluding
    assert (study.product.description == DONE[sample.id].study.product.description) == (
        language == "en"
    )


@pytest.mark.parametrize("language", [code for code in LANGUAGES if code != "en"])
def test_no_translation_is_left_over(language):
    said = {w for s in SAMPLES for w in words_of(study_as_data(sample_study(s.id)))}
    assert set(texts(language)) <= said


def test_choices_name_rows_that_exist():
    sample = find_sample("stamped-bracket")
    numbers = {m.part_number for m in sample_study(sample.id).materials}
    assert set(sample.about["choices"]["materials"]) <= numbers


def test_an_unknown_sample_is_refused_with_the_known_ones():
    with pytest.raises(Refusal) as refused:
        find_sample("spaceship")
    assert "diesel-rail" in refused.value.params["known"]
