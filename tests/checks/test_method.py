"""What verifiers most often find (STANDARDS E.3): each has a check that finds it, and leaves what is right alone."""

from dataclasses import replace

import pytest

from supplier_pcf.checks import findings
from supplier_pcf.domain.flows import (
    Allocation,
    AllocationBasis,
    Exclusion,
    Waste,
    WasteTreatment,
)
from supplier_pcf.domain.study import Scope
from supplier_pcf.domain.transport import Transport, TransportPurpose
from supplier_pcf.domain.units import Quantity
from supplier_pcf.engine.energy_balance import energy_balances
from supplier_pcf.words.catalogue import SENTENCES
from tests.build import a_factor, kg
from tests.checks.method_cases import (
    BY_HAND,
    FOUND,
    made,
    metered,
    own,
    with_material,
    with_meter,
    with_text,
)
from tests.checks.test_checks import FOUND as ALL_FOUND

TYPICAL = {
    "unit slip": ("magnitude.factor", "magnitude.water", "magnitude.mass", "magnitude.reading"),
    "unfit factor": ("factor.boundary_unfit", "factor.process_on_material", "mix_up.process"),
    "precursor missing": ("materials.missing", "materials.mass_gap"),
    "mixed allocation bases": ("sharing.mixed_bases",),
    "break from bill to model": ("energy.meter_unused", "material.no_parent"),
    "old version": ("factor.old", "factor.expired"),
    "net instead of gross mass": ("materials.nothing_lost", "material.gross_below_net"),
    "period mismatch": ("flow.other_period", "meter.readings_missing"),
    "grid average although certificates": ("electricity.contract_not_used",),
    "grid average although residual rule": ("electricity.residual_known",),
    "certificates of another year": ("electricity.criterion_not_met",),
    "certificates of another market": ("electricity.other_market",),
    "certificates not cancelled": ("electricity.criteria_open",),
    "PV with certificates sold": ("electricity.certificates_sold_open",),
    "upstream of fuel left out": ("factor.no_upstream",),
    "grid losses left out": ("factor.no_grid_losses",),
    "scrap credit": ("factor.scrap_credit", "waste.credit", "offset.negative"),
    "recycled share counted twice": ("material.recycled_twice",),
    "steel value with recycling": ("factor.scrap_credit_named",),
    "packaging forgotten": ("packaging.missing",),
    "internal transport forgotten": ("transport.internal_missing", "transport.missing"),
    "exclusions without number": ("exclusion.no_estimate",),
    "AR5 and AR6 mixed": ("factors.mixed_gwp_sets",),
    "no uncertainty statement": ("result.no_uncertainty",),
    "no sensitivity for allocation": ("sharing.one_basis",),
    "declared unit with cradle-to-grave claim": ("claim.whole_life",),
    "offset inside": ("offset.named", "offset.negative"),
    "comparison claim": ("claim.comparison", "claim.neutral", "claim.environment"),
}
"""Each typical finding and the checks that answer it."""


def found(case):
    return {finding.code: finding for finding in findings(case.examined)}


@pytest.mark.parametrize("typical", TYPICAL)
def test_every_typical_finding_of_verifiers_has_its_check(typical):
    for code in TYPICAL[typical]:
        hit = found(ALL_FOUND[code])[code]
        assert hit.where, code
        assert hit.clause or code in WITHOUT_CLAUSE, code
        assert SENTENCES[code]


WITHOUT_CLAUSE = {"materials.mass_gap", "material.no_parent", "material.gross_below_net"}
"""Slips of entry that no clause speaks of."""


@pytest.mark.parametrize("code", FOUND)
def test_every_new_check_names_its_clause_and_place(code):
    hit = found(FOUND[code])[code]
    assert hit.clause or code in WITHOUT_CLAUSE
    assert hit.where


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("This is not a claim of carbon neutrality", "claim.neutral"),
        ("The figure is not climate neutral.", "claim.neutral"),
        ("Das Teil ist nicht klimaneutral.", "claim.neutral"),
        ("本产品不是碳中和产品", "claim.neutral"),
        ("It is not cradle-to-grave, but cradle-to-gate.", "claim.whole_life"),
        ("Customer asks for lower emissions than last year", "claim.comparison"),
        ("Sold to the environment agency", "claim.environment"),
    ],
)
def test_a_denied_claim_is_none(text, code):
    assert code not in found(with_text(text))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Klimaneutral produziert", "claim.neutral"),
        ("本产品已实现碳中和", "claim.neutral"),
        ("net-zero part", "claim.neutral"),
        ("Lower than the competitor's part", "claim.comparison"),
        ("低于竞争对手的产品", "claim.comparison"),
        ("从摇篮到坟墓", "claim.whole_life"),
        ("umweltfreundliches Teil", "claim.environment"),
        ("Not tested. The part is carbon neutral.", "claim.neutral"),
    ],
)
def test_a_claim_is_found_in_three_languages_with_its_place(text, code):
    hit = found(with_text(text, "reason"))[code]
    assert hit.where == "scope/reason"


@pytest.mark.parametrize("name", ["Offset bracket", "Compensation ring", "Kompensator DN50"])
def test_a_part_of_a_machine_is_no_offset(name):
    assert "offset.named" not in found(with_material(name=name))


@pytest.mark.parametrize("name", ["Carbon offset", "CO2-Gutschrift", "碳抵消", "Carbon credits"])
def test_an_offset_is_found_by_its_name_in_three_languages(name):
    assert "offset.named" in found(with_material(name=name))


def test_a_removal_by_land_is_no_offset():
    land = a_factor("steel", 1.0, land_removals=-1.5)
    assert "offset.negative" not in found(with_material(land))


def test_a_stated_reason_settles_a_mix_up():
    case = with_material(own(0.4, name="Welding, per kg of part"), factor_reason="Holds the steel")
    assert "mix_up.process" not in found(case)


def test_a_moulded_plastic_with_its_resin_is_no_mix_up():
    moulded = a_factor("steel", category="process", subcategory="injection moulding (incl. resin)")
    assert "mix_up.process" not in found(with_material(moulded))


def test_the_energy_of_a_meter_is_in_products_or_passed_on():
    """400 kWh, shared by pieces 1000 : 3000: 100 kWh here, 300 kWh for the other, nothing left."""
    (balance,) = energy_balances(with_meter(metered("a")).study)
    assert (balance.read, balance.passed_on, balance.uses) == (400, 0, 1)
    assert (balance.here, balance.others) == pytest.approx((100, 300))
    assert balance.unallocated == pytest.approx(0)


def test_a_share_by_hand_leaves_the_rest_to_nobody():
    """40 % of 400 kWh here; 240 kWh are in no product of the list."""
    (balance,) = energy_balances(with_meter(metered("a", allocation=BY_HAND)).study)
    assert (balance.here, balance.others) == pytest.approx((160, 0))
    assert balance.unallocated == pytest.approx(240)
    hit = found(with_meter(metered("a", allocation=BY_HAND)))["sharing.no_reason"]
    assert (hit.params["percent"], hit.params["rest"]) == (40, 60)


def test_one_meter_counted_by_two_rows_says_how_much_is_too_much():
    """A quarter by pieces and all of it once more: 100 + 300 + 400 of 400 kWh."""
    hit = found(FOUND["energy.meter_over"])["energy.meter_over"]
    assert (hit.params["given"], hit.params["left"]) == pytest.approx((800, 400))


def test_a_reason_settles_a_share_and_another_basis():
    by_hand = replace(BY_HAND, reason="Metered by hand in one week of May")
    assert "sharing.no_reason" not in found(with_meter(metered("a", allocation=by_hand)))
    hours = Allocation(basis=AllocationBasis.MACHINE_HOURS, reason="Own hall")
    assert "sharing.mixed_bases" not in found(
        with_meter(metered("a"), metered("b", meter_id=None, amount=kg(1), allocation=hours))
    )


def test_a_row_that_is_left_out_shares_nothing():
    """The same two rows are of two bases while both count, see `sharing.mixed_bases`."""
    hours = Allocation(basis=AllocationBasis.MACHINE_HOURS)
    other = metered("b", meter_id=None, amount=Quantity(10, "kWh"), allocation=hours)
    assert "sharing.mixed_bases" in found(with_meter(metered("a"), other))
    left_out = replace(other, exclusion=Exclusion(reason="Small", estimate=0.001))
    assert "sharing.mixed_bases" not in found(with_meter(metered("a"), left_out))


def test_a_second_basis_is_enough_to_compare():
    assert "sharing.one_basis" not in found(with_meter(metered("a")))


def test_a_part_that_is_packed_and_carried_lacks_nothing_usual():
    leg = Transport(id="t", purpose=TransportPurpose.INTERNAL, carried_mass=kg(1))
    case = made(("transports", leg), scope=Scope(packaging_included=False))
    assert not {c for c in found(case) if c.endswith("missing")} - {"meter.readings_missing"}


def test_scrap_says_that_something_is_lost():
    case = FOUND["materials.nothing_lost"]
    scrap = Waste(id="w", amount=kg(0.1), treatment=WasteTreatment.RECYCLING)
    assert "materials.nothing_lost" not in found(case.with_flow("wastes", scrap))


def test_a_material_without_designation_is_not_guessed():
    other = a_factor("steel", category="material", subcategory="aluminium")
    assert "mix_up.other_material" not in found(with_material(other, name="DC01 sheet"))
