"""The summary says what was calculated, in two pages, whatever it is fed."""

import hashlib
import io
import re
import subprocess
import sys
from dataclasses import replace
from datetime import date

import pytest
from pypdf import PdfReader

from supplier_pcf.checks.examined import Examined
from supplier_pcf.domain.energy import ElectricitySource, EnergyUse, InstrumentProof
from supplier_pcf.domain.factor import Boundary, EmissionFactor, Ratings
from supplier_pcf.domain.finding import Finding, Severity
from supplier_pcf.domain.flows import Allocation, AllocationBasis, Exclusion, Material, Stage
from supplier_pcf.domain.record import DeclaredUnit, Signature
from supplier_pcf.domain.study import Company, Identifier, Scope, Study
from supplier_pcf.domain.transport import FuelUse, Transport
from supplier_pcf.domain.units import Quantity
from supplier_pcf.engine.calculate import calculate
from supplier_pcf.engine.result import CarbonContent, CoProductShare, NotCounted
from supplier_pcf.factors.library import FactorLibrary
from supplier_pcf.report.context import Room
from supplier_pcf.report.pages import TEXT_HEIGHT, TEXT_WIDTH, _first, _second
from supplier_pcf.report.summary import summary_bytes, summary_of, write_summary
from supplier_pcf.rules import RULE_SETS, rule_set
from tests.report import build
from tests.report.build import (
    AS_OF,
    NOW,
    Buckets,
    flow_result,
    longer,
    report,
    result,
    study,
)

NBSP = "\N{NO-BREAK SPACE}"
CHINESE = "宁波北仑某某精密冲压件有限公司镀锌钢板左前轴支架加强件第二工序专用卷料"
NAMES = (
    CHINESE,
    "Donaudampfschifffahrtsgesellschaftskapitänsmützenblech",
    "<b>A & B</b> 😀 \x00 عربي",
    "x" * 300,
)


def pdf(**changes):
    return PdfReader(io.BytesIO(summary_bytes(report(**changes))))


def text(**changes):
    """All text of both pages, white space as single spaces."""
    shown = "\n".join(page.extract_text() for page in pdf(**changes).pages)
    return re.sub(r"\s+", " ", shown)


def hostile(language="de", translate=longer):
    """200 rows, 20 electricity blocks, 30 exclusions, 40 warnings, all with names nobody expects."""

    def name(n):
        return f"{NAMES[n % 4]}{n}"

    rows = [
        flow_result(f"m{n}", "materials", Stage.MATERIALS, name(n), n, "kg", 0.01)
        for n in range(200)
    ]
    power = [
        flow_result(f"e{n}", "energy_uses", Stage.PRODUCTION, name(n), 12, "kWh", 0.5)
        for n in range(20)
    ]
    excluded = [
        flow_result(
            f"x{n}", "materials", Stage.MATERIALS, name(n), 1, "kg", 0, buckets=Buckets(), counted=False,
            reason=NotCounted.EXCLUDED, estimate=0.01,
        )
        for n in range(30)
    ]  # fmt: skip
    share = Allocation(basis=AllocationBasis.SHARE, share=0.123456)
    odd = study(
        company=Company(name=CHINESE * 3, identifiers=(Identifier(scheme="uscc", value="9" * 200),)),
        product=replace(study().product, name=CHINESE * 4, customer=NAMES[3], part_number=NAMES[3]),
        materials=tuple(
            Material(id=f.id, name=f.name, exclusion=None if f.counted else Exclusion(reason=CHINESE * 3))
            for f in (*rows, *excluded)
        ),
        energy_uses=tuple(EnergyUse(id=f.id, name=f.name, allocation=share) for f in power),
        scope=Scope(limitations=CHINESE * 20, allocation_text=NAMES[1] * 20, boundary_text="word " * 400),
        prepared=Signature(name=CHINESE, day="2025-01-01"),
    )  # fmt: skip
    cited = {
        f.factor_id: EmissionFactor(
            id="f", name=f.name, publisher=f.name, document=f.name, licence=f.name
        )
        for f in (*rows, *power)
    }
    warnings = tuple(
        Finding(code="test.old_factor", severity=Severity.WARNING, params={"name": name(n)})
        for n in range(40)
    )
    return {
        "study": odd, "result": result((*rows, *power, *excluded), rows_total=300, rows_counted=220),
        "findings": warnings, "factors": cited, "language": language, "translate": translate,
    }  # fmt: skip


def test_the_summary_says_who_made_what_for_whom_and_by_which_rules():
    shown = text()
    for fact in (
        "Bracket, front axle, left", "Ningbo Yongxin Stamping Co., Ltd.", "Beilun plant", "CN-ZJ", "L-4711",
        "8K0 199 431 C", "Examplecar AG", "1 piece", "1.2 kg", "2024-01-01 – 2024-12-31",
        "Catena-X PCF Rulebook v4", "2025-03-31", "Version 2 of 2025-03-31", "Supplier PCF 0.1.0",
        "Zhang Wei", "Chen Lijuan", "Wang Jianguo", "2025-04-02 09:30",
    ):  # fmt: skip
        assert fact in shown, fact


def test_the_numbers_worked_by_hand_are_printed():
    shown = text()
    for number in (
        "4.60 kg CO₂e per piece",  # 4.597859
        "3.83",  # 4.597859 / 1.2
        "0.0300 0.0250",  # outbound 0.28 * 0.107, and per kg
        f"Materials 2.98 64.8{NBSP}%".replace(NBSP, " "),
        "Production 1.55 33.6 %",
        "Inbound transport 0.0374 0.8 %",
        "2.92 63.4 %",  # coil 1.62 * 1.80
        "1.07 23.3 %",  # 1.85 * 0.5777
        "16.0 % of the plant's amount, by machine hours",  # 1240 / 7750
        "0.0240 kg (1.5 %)",  # 1.644 - 1.2 - 0.42
        "0.0435 %",
        "4.6 %",
    ):
        assert number in shown, number


def test_the_method_is_stated_in_plain_sentences():
    shown = text()
    for sentence in (
        "From cradle to gate", "capital goods", "the rule set asks for less than 3 %",
        "Label: 0.00200 kg CO₂e left out. Below 1 g a piece.",
        "Electricity, press shop: 1.85 kWh, grid. Factor: Electricity, national mix (CN, 2024), 0.578 kg CO₂e per kWh.",
        "contain the losses of transmission and distribution; nothing is added",
        "measured 6, calculated 3, estimated 3, assumed 2",
        "Department for Energy, Conversion factors 2025, OGL v3.0 (8)",
        "Yuyao Coating Co., Ltd., PCF statement 2025-01, footprint from the supplier (1)",
        "(IPCC): AR6", "Uncertainty was not calculated.", "Not verified", "three significant digits",
        "The factor of Polypropylene crate is older than four years",
        "Notes without effect on the result: 1.", "One environmental issue only",
    ):  # fmt: skip
        assert sentence in shown, sentence


@pytest.mark.parametrize("rules", RULE_SETS, ids=lambda r: r.id)
def test_the_summary_claims_nothing(rules):
    shown = text(rules=rules).lower()
    for word in ("certificate", "conform", "complian", "neutral", "certified", "climate-friendly"):
        assert word not in shown


def test_a_complete_result_has_no_banner_and_an_incomplete_one_counts_its_rows():
    assert "Incomplete" not in text()
    assert "Incomplete: 11 of 14 rows are counted." in text(result=result(rows_counted=11))


def test_open_errors_are_said():
    error = Finding(code="test.note", severity=Severity.ERROR)
    assert "Open errors: 1." in text(findings=(error,))


def test_both_values_are_stated_where_the_product_binds_carbon():
    green = result()
    carbon = CarbonContent(biogenic=0.41, packaging_biogenic=0.0137)
    green = replace(green, buckets=green.buckets._replace(uptake_product=-1.5), carbon=carbon)
    shown = text(result=green)
    # leads with uptake: 4.597859 - 1.5 = 3.097859, per kg 2.581549
    for number in (
        "3.10 kg CO₂e per piece",
        "4.60 3.83",
        "3.10 2.58",
        "−1.50",
        "content of the product: 0.410 kg",
    ):
        assert number in shown, number
    assert "4.60 kg CO₂e per piece" in text(result=green, rules=rule_set("pact-3.0"))


def test_a_declared_unit_other_than_one_piece_is_named():
    hundred = result(declared_unit=DeclaredUnit(amount=100, unit="kg"))
    assert "kg CO₂e per 100 kg" in text(result=hundred)


def test_german_numbers_have_a_comma():
    shown = text(language="de")
    assert "4,60" in shown and "64,8 %" in shown and "0,578" in shown
    assert "4.60" not in shown


def test_chinese_can_be_read_and_copied():
    names = replace(study().product, name="前轴左支架")
    shown = text(study=study(product=names, company=Company(name="宁波永鑫冲压件有限公司")))
    assert "前轴左支架" in shown
    assert "宁波永鑫冲压件有限公司" in shown


def test_factor_names_follow_the_language():
    named = {k: replace(f, name_zh="镀锌钢") for k, f in build.factors().items()}
    assert "镀锌钢" in text(factors=named, language="zh_CN")
    assert "镀锌钢" not in text(factors=named)


def test_the_flow_picture_stands_behind_two_pages_and_every_font_is_embedded():
    found = pdf(**hostile())
    assert len(found.pages) == 3
    fonts = {}
    for page in found.pages:
        for font in page["/Resources"]["/Font"].values():
            fonts[font.get_object()["/BaseFont"]] = font.get_object()
    assert len(fonts) == 4
    for font in fonts.values():
        assert "/FontFile2" in font["/FontDescriptor"].get_object()
        assert "/ToUnicode" in font


def test_the_same_input_gives_the_same_bytes():
    assert summary_bytes(report()) == summary_bytes(report())


def test_another_process_gives_the_same_bytes():
    program = (
        "import hashlib; from supplier_pcf.words import SENTENCES; from tests.report import build;"
        "SENTENCES.update(build.SENTENCES); from supplier_pcf.report.summary import summary_bytes;"
        "print(hashlib.sha256(summary_bytes(build.report())).hexdigest())"
    )
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert run.stdout.strip() == hashlib.sha256(summary_bytes(report())).hexdigest()


def test_the_file_tells_what_it_is():
    found = pdf(language="zh_CN")
    assert found.metadata.title == "产品碳足迹：Bracket, front axle, left"
    assert found.metadata.author == "Ningbo Yongxin Stamping Co., Ltd."
    assert found.metadata.creation_date_raw.startswith("D:20250402093000")
    assert found.trailer["/Root"]["/Lang"] == "zh-CN"


def test_numbers_are_never_cut_however_small():
    tiny = result(
        (
            flow_result("a", "materials", Stage.MATERIALS, "Trace", 7.33e-6, "kg", 0.05),
            flow_result("b", "materials", Stage.MATERIALS, "Loss", 1.0, "kg", -1e-6),
            flow_result("c", "materials", Stage.MATERIALS, "Bulk", 123456, "kg", 1.0),
            flow_result("d", "materials", Stage.MATERIALS, "Some", 1.0, "kg", 0.0123456),
        )
    )
    shown = text(result=tiny)
    for number in ("0.00000733 kg", "< 0.00001", "> −0.00001", "123,000", "0.0123"):
        assert number in shown, number


def test_a_checked_study_from_the_engine_becomes_a_summary():
    given = study(materials=(), wastes=(), transports=(), packaging=(), direct_emissions=())
    rules = rule_set("catena-x-4.0")
    library = FactorLibrary.of(build.factors().values())
    examined = Examined(given, calculate(given, library, rules, AS_OF), library, rules)
    made = PdfReader(io.BytesIO(summary_of(examined, build.FINDINGS, "en", NOW)))
    assert len(made.pages) == 2
    assert "Incomplete" in made.pages[0].extract_text()


def test_the_recycled_part_of_a_material_is_cited_too():
    recycled = Material(id="m1", name="Coil", factor_id="f-m1", recycled_factor_id="f-w1")
    assert "Department for Energy, Conversion factors 2025, OGL v3.0 (9)" in text(
        study=study(materials=(recycled,))
    )


def test_hostile_names_are_printed_as_they_are_and_unknown_glyphs_stay_visible():
    names = replace(study().product, name="<b>A & B</b> 😀")
    assert "<b>A & B</b> \N{REPLACEMENT CHARACTER}" in text(study=study(product=names))


def test_long_lists_are_counted_instead_of_printed():
    shown = text(**hostile(language="en", translate=lambda t: t))
    assert re.search(r"\d+ more", shown)
    assert "and 2" in shown
    assert "220 of 300 rows" in shown


@pytest.mark.parametrize("translate", [longer, lambda t: t], ids=["long", "english"])
@pytest.mark.parametrize("make", [_first, _second])
def test_an_ordinary_study_needs_no_shortening(make, translate):
    page = make(report(translate=translate), Room())
    assert page.wrap(TEXT_WIDTH, TEXT_HEIGHT)[1] <= TEXT_HEIGHT


def test_an_empty_study_shows_dashes_and_no_zero_as_a_result():
    nothing = {
        "study": Study(),
        "result": result((), mass_kg=None, mass_balance=None, ratings_excluding=None,
                         ratings_including=None, primary_data_share_including=None, gwp_sets=()),
        "findings": (), "factors": {}, "rules": rule_set("iso-14067-2018"),
    }  # fmt: skip
    shown = text(**nothing)
    for sentence in (
        "– kg CO₂e per piece", "Incomplete: 0 of 0", "(product without a name)", "No flow is counted yet.",
        "No electricity of our own use is counted.", "the rule set gives no number as a limit", "masses are missing",
        "No warnings are open.", "not stated",
    ):  # fmt: skip
        assert sentence in shown, sentence


def test_co_products_and_their_price_ratio_are_stated():
    economic = CoProductShare(share=0.9796, method="economic", price_ratio=12.0)
    physical = CoProductShare(share=0.8, method="physical")
    assert (
        "carries 98.0 % of joint burdens, by economic value. The ratio of prices is 12.0."
        in text(result=result(co_product_share=economic))
    )
    assert "carries 80.0 % of joint burdens, by a physical measure." in text(
        result=result(co_product_share=physical)
    )


def test_the_fuel_of_a_trip_is_stated_with_all_that_shared_it():
    """V12: 350 km x (0.30 + 0.4 x 0.24) = 138.6 l; 1,200 kg of 14 t are ours."""
    fuel = FuelUse(
        litres_per_km_loaded=0.3, litres_per_km_empty=0.24, empty_share=0.4, load=Quantity(14, "t")
    )
    leg = Transport(
        id="t1",
        name="Coil",
        carried_mass=Quantity(1200, "kg"),
        distance=Quantity(350, "km"),
        fuel=fuel,
    )
    said = "Coil: 139 l for the trip, shared by mass; 1,200 kg of 14.0 t are this product's."
    assert said in text(study=study(transports=(leg,)))
    assert "for the trip, shared by mass" not in text()


def test_contracts_for_electricity_show_their_proof():
    proof = InstrumentProof(carries_attributes=True, unique_claim=True, serials="CN-1234")
    green = EnergyUse(id="e1", source=ElectricitySource.GREEN_TARIFF, proof=proof)
    cited = {k: replace(f, boundary=Boundary.GENERATION) for k, f in build.factors().items()}
    shown = text(study=study(energy_uses=(green,)), factors=cited)
    assert "green tariff" in shown
    assert "2 of 5 criteria for contracts are met. Certificates: CN-1234." in shown
    assert "do not contain the losses" in shown


def test_a_prospective_study_and_missing_packaging_are_said():
    scope = Scope(is_prospective=True, packaging_included=False)
    shown = text(study=study(scope=scope))
    assert "Prospective" in shown
    assert "packaging of the product" in shown


def test_quality_stands_on_the_base_the_rule_set_leads_with():
    ratings = Ratings(technology=1.11, time=1.11, geography=1.11)
    two = result(primary_data_share_excluding=11.1, ratings_excluding=ratings)
    assert "11.1 %" in text(result=two, rules=rule_set("pact-3.0"))
    assert "footprint without biogenic uptake" in text(result=two, rules=rule_set("pact-3.0"))
    assert "11.1 %" not in text(result=two)


def test_the_summary_is_written_to_a_path_or_a_stream(tmp_path):
    given = {
        "rules": rule_set("catena-x-4.0"), "language": "en", "as_of": AS_OF, "now": NOW,
    }  # fmt: skip
    stream, path = io.BytesIO(), tmp_path / "摘要.pdf"
    for target in (stream, path):
        write_summary(study(), result(), build.FINDINGS, build.factors(), **given, target=target)
    assert path.read_bytes() == stream.getvalue() == summary_bytes(report())


def test_a_summary_is_small():
    assert len(summary_bytes(report())) < 60_000


def test_numbers_of_the_day_of_issue_are_given_not_read_from_a_clock():
    assert "1999-12-31" in text(as_of=date(1999, 12, 31))


def test_only_public_numbers_of_the_company_are_printed():
    numbers = (
        Identifier(scheme="uscc", value="91330206MA2A"),
        Identifier(scheme="own", value="S-77"),
    )
    shown = text(study=study(company=Company(name="Yongxin", identifiers=numbers)))
    assert "USCC" in shown and "91330206MA2A" in shown
    assert "S-77" not in shown


def test_an_exclusion_without_an_estimate_is_not_called_zero():
    lines = [f if f.id != "x1" else f._replace(estimate=0.0) for f in build.bracket_lines()]
    assert "Label: left out without an estimate. Below 1 g a piece." in text(result=result(lines))
    stated = Exclusion(reason="Weighed: nothing.", estimate=0.0)
    zero = study(materials=(Material(id="x1", name="Label", exclusion=stated),))
    assert "Label: 0 kg CO₂e left out. Weighed: nothing." in text(study=zero, result=result(lines))
