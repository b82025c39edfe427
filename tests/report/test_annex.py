"""What a verifier follows behind the summary: the flow picture, conversions, made factors, the checklist."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO

import pytest
from pypdf import PdfReader

from supplier_pcf.app.calculation import calculated
from supplier_pcf.app.samples import sample_study
from supplier_pcf.checks.checklist import PointState, count, judge
from supplier_pcf.domain.energy import Carrier, EnergyUse
from supplier_pcf.domain.factor import Layer
from supplier_pcf.domain.flows import Material
from supplier_pcf.domain.fuels import StatedRatio
from supplier_pcf.domain.recipe import FactorPart, PartRole, Recipe, RecipeKind
from supplier_pcf.domain.units import Quantity
from supplier_pcf.domain.verification import Answer, ChecklistAnswer
from supplier_pcf.factors.library import bundled_library
from supplier_pcf.i18n import LANGUAGES
from supplier_pcf.report.layout import BODY, HEADING, Gap, Leading, Words, paged
from supplier_pcf.report.summary import report_of, summary_bytes, summary_of
from tests.build import Case, a_factor, a_study, kg

NOW = datetime(2026, 3, 1, tzinfo=UTC)
BILL = StatedRatio(value=11.2, of="kWh gross", per="m3", source="gas bill 2025")


def shown(case, language="en", findings=()):
    return joined(summary_of(case.examined, findings, language, NOW))


def joined(made):
    pages = PdfReader(BytesIO(made)).pages
    text = re.sub(r"\s+", " ", "\n".join(page.extract_text() for page in pages))
    return text.replace("\N{NO-BREAK SPACE}", " ")


def gas(*stated, **facts):
    use = EnergyUse(
        id="g",
        name="Furnace",
        amount=Quantity(4, "m3"),
        factor_id="gas",
        carrier=Carrier.NATURAL_GAS,
        conversions=stated,
    )
    return Case(a_study(energy_uses=(use,)), [a_factor("gas", 0.2, unit="kWh gross", **facts)])


def test_a_converted_fuel_can_be_followed_with_a_pocket_calculator():
    """4 m3 x 11.2 kWh gross/m3 = 44.8 kWh gross."""
    said = shown(gas(BILL))
    assert "Converted amounts" in said
    assert "Furnace 4 m³ × 11.2 kWh (gross)/m³; gas bill 2025 44.8 kWh (gross)" in said


def test_a_ratio_the_other_way_round_is_told_as_it_was_stated():
    """56 kWh gross / 11.2 = 5 m3; one over 11.2 is 0.089286."""
    case = gas(BILL)
    use = replace(case.study.energy_uses[0], amount=Quantity(56, "kWh gross"))
    case.factors[0] = replace(case.factors[0], unit="m3")
    said = shown(case.having(energy_uses=(use,)))
    assert "× 0.089286 m³/kWh (gross); 11.2 kWh (gross) per m³; gas bill 2025 5 m³" in said


def test_a_ratio_without_a_source_is_said_to_have_none():
    assert "/m³; source not stated" in shown(gas(replace(BILL, source=" ")))


def test_the_conversion_before_a_licensed_factor_stays_at_home():
    assert "Converted amounts" not in shown(gas(BILL, layer=Layer.LICENSED))


def test_every_factor_is_named_with_its_figure_place_year_and_source():
    said = shown(gas(BILL))
    assert "Tests, Invented for tests, 1, none gas [gas] CN 2025 0.2 / kWh (gross)" in said


def test_the_value_of_a_licensed_factor_is_not_told():
    said = shown(gas(BILL, layer=Layer.LICENSED))
    assert "gas [gas] CN 2025 licensed, not passed on" in said
    assert "0.2 /" not in said


def test_no_factor_of_a_sample_is_left_out(bracket):
    """The second page counts what it has no room for; the list behind it has them all."""
    said = joined(summary_of(bracket.examined, bracket.findings, "en", NOW))
    used = {line.factor_id for line in bracket.result.flows if line.counted}
    assert len(used) > 5
    for factor_id in used:
        assert factor_id.replace(" ", "") in said.replace(" ", "")


def made_of_two(**facts):
    """80 % scrap at 0.5 and 20 % ingot at 8 kg CO2e, yield 0.8: 1 x 0.5 + 0.25 x 8 = 2.5."""
    scrap, ingot = a_factor("scrap", 0.5), a_factor("ingot", 8.0)
    parts = tuple(
        FactorPart(
            factor_id=each.id,
            role=PartRole.COMPONENT,
            name=each.name,
            share=share,
            amount=share / 0.8,
            unit="kg",
            buckets=each.buckets,
        )
        for each, share in ((scrap, 0.8), (ingot, 0.2))
    )
    recipe = Recipe(kind=RecipeKind.COMPOSITION, parts=parts, material_yield=0.8)
    alloy = a_factor("alloy", 2.5, recipe=recipe, layer=Layer.OWN, **facts)
    body = Material(id="m", name="Body", amount=kg(2.0), factor_id="alloy")
    return Case(a_study(materials=(body,)), [alloy, scrap, ingot])


def test_every_part_of_a_made_factor_is_told_and_adds_up():
    said = shown(made_of_two())
    assert "alloy 1 kg 2.5" in said
    assert "material (80.0 %): scrap [scrap] 1 kg 0.5 0.5" in said
    assert "material (20.0 %): ingot [ingot] 0.25 kg 8 2" in said
    assert "Yield: 80.0 %. Each share is divided by it." in said


def test_what_a_factor_is_made_of_stays_in_the_house_where_names_do():
    case = made_of_two()
    said = shown(case.having(scope=replace(case.study.scope, is_confidential=True)))
    assert "Factors made of others: 1. What they are made of stays in the house." in said
    assert "ingot" not in said


def test_a_licensed_made_factor_is_not_taken_apart():
    case = made_of_two()
    case.factors[0] = replace(case.factors[0], layer=Layer.LICENSED)
    assert "Factors made of others" not in shown(case)


@pytest.fixture(scope="module")
def bracket():
    return calculated(sample_study("stamped-bracket"), bundled_library(), date(2026, 3, 1))


def test_the_checklist_says_how_many_hold_and_why_some_do_not(bracket):
    judged = judge(bracket.examined, bracket.findings)
    states = [each.state for each in judged]
    said = joined(summary_of(bracket.examined, bracket.findings, "en", NOW))
    assert (
        f"{states.count(PointState.MET)} of 76 points hold, {states.count(PointState.OPEN)} are not met, "
        f"{states.count(PointState.WAITING)} are not answered"
    ) in said
    assert count(judged).open == said.count(" not met ")
    assert "rests on a published factor." in said
    assert "Ask the supplier for his figure" not in said


def test_an_answer_is_told_with_who_gave_it_and_its_note():
    point = next(
        each.point.id for each in judge(gas(BILL).examined, ()) if each.state is PointState.WAITING
    )
    answer = ChecklistAnswer(
        point=point, answer=Answer.YES, note="Seen on 3 May", by="Li Wen", day="2026-05-04"
    )
    said = shown(gas(BILL).having(checklist=(answer,)))
    assert "holds Li Wen, 2026-05-04: Seen on 3 May" in said
    kept = replace(gas(BILL).study.scope, is_confidential=True)
    assert "Seen on" not in shown(gas(BILL).having(checklist=(answer,), scope=kept))


def test_the_flow_picture_has_the_numbers_of_the_first_page(bracket):
    pages = PdfReader(BytesIO(summary_of(bracket.examined, (), "en", NOW))).pages
    texts = [re.sub(r"\s+", " ", page.extract_text()) for page in pages]
    picture = next(text for text in texts if "Flow of kg CO₂e" in text)
    for stage in ("Materials", "Production", "Packaging"):
        (number,) = re.findall(rf"{stage} ([\d.]+) kg ·", picture)
        assert f"{stage} {number}" in texts[0]


def test_nothing_counted_has_nothing_behind_it():
    assert len(PdfReader(BytesIO(summary_of(Case(a_study()).examined, (), "en", NOW))).pages) == 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_five_hundred_rows_stay_on_numbered_pages(language):
    """Thirty rows are told one by one; the others are counted."""
    first = gas(BILL).study.energy_uses[0]
    uses = tuple(replace(first, id=f"g{n}", name=f"Furnace {n}") for n in range(500))
    case = gas(BILL).having(energy_uses=uses)
    pages = PdfReader(BytesIO(summary_of(case.examined, (), language, NOW))).pages
    text = "".join(page.extract_text() for page in pages)
    assert len(pages) <= 8
    assert "470" in text
    for number, page in enumerate(pages, start=1):
        assert re.findall(r"\d+", page.extract_text())[-2:] == [str(number), str(len(pages))]


def test_a_heading_does_not_stand_alone_at_the_foot_of_a_page():
    heading = Leading([Words("Title", HEADING)])
    parts = [Gap(70), heading, Words("row", BODY), Words("row", BODY)]
    pages = list(paged(parts, width=300, room=100, gap=2))
    assert pages[1][0] is heading
    assert [len(page) for page in pages] == [1, 3]


def test_the_same_study_gives_the_same_bytes(bracket):
    report = report_of(bracket.examined, bracket.findings, "de", NOW)
    assert summary_bytes(report) == summary_bytes(report)
