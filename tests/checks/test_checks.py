"""Every check: a study that it finds, and the sound study that it leaves alone."""

from dataclasses import replace
from datetime import date

import pytest

from supplier_pcf.checks import CHECKS, findings
from supplier_pcf.checks.factor_use import use_of
from supplier_pcf.domain.factor import Boundary, GwpSet, RowType, ScrapConvention
from supplier_pcf.domain.finding import Severity
from supplier_pcf.domain.flows import (
    Allocation,
    AllocationBasis,
    Basis,
    Carrier,
    ChosenBy,
    EnergyUse,
    Exclusion,
    Material,
    Origin,
    Packaging,
    Transport,
    TransportPurpose,
    Waste,
    WasteTreatment,
)
from supplier_pcf.domain.study import (
    Company,
    DeclaredUnit,
    Period,
    PlantOutput,
    ProcessStep,
)
from supplier_pcf.domain.units import Quantity
from supplier_pcf.factors.guards import FactorUse
from tests.build import CATENA_X, ISO, PACT, Case, a_factor, a_plant, a_study, kg

STEEL = a_factor("steel", 2.0)


def steel(**facts):
    told = {
        "id": "m",
        "name": "Sheet",
        "amount": kg(1),
        "factor_id": "steel",
        "origin": Origin.MEASURED,
    }
    return Material(**{**told, **facts})


def with_steel(factor=STEEL, **facts):
    return Case().with_flow("materials", steel(**facts), factor)


def with_study(**facts):
    return with_steel().having(**facts)


def with_product(**facts):
    return with_study(product=replace(a_study().product, **facts))


def with_power(factor, **facts):
    use = EnergyUse(id="e", amount=Quantity(1, "kWh"), factor_id=factor.id, **facts)
    return Case().with_flow("energy_uses", use, factor)


def with_leg(**facts):
    leg = Transport(**{"id": "t", "amount": Quantity(1, "t.km"), "factor_id": "truck", **facts})
    truck = a_factor("truck", 0.1, unit="t.km", boundary=Boundary.WELL_TO_WHEEL)
    return with_steel().with_flow("transports", leg, truck)


def kwh(**facts):
    told = {"unit": "kWh", "boundary": Boundary.DELIVERED_LIFE_CYCLE, "category": "electricity"}
    return a_factor("grid", 0.6, **{**told, **facts})


def two_grids():
    footprint, inventory = kwh(), kwh(gwp_set=GwpSet.CO2_ONLY)
    inventory = replace(inventory, id="grid2")
    case = with_power(footprint)
    use = EnergyUse(id="e2", amount=Quantity(1, "kWh"), factor_id="grid2")
    return case.with_flow("energy_uses", use, inventory)


def levels():
    case = with_steel(id="a", amount=Quantity(1, "piece"), factor_id="p")
    case = Case(case.study, [a_factor("p", 1.0, unit="piece"), STEEL])
    return case.with_flow("materials", steel(id="b", parent_id="a"))


SOUND = with_steel()

FOUND = {
    "study.empty": Case(),
    "study.unknown_rule_set": with_study(rule_set="house-rules"),
    "product.no_name": with_product(name=""),
    "product.no_mass": with_product(mass=None),
    "product.declared_unit": with_study(declared_unit=DeclaredUnit(amount=1, unit="m2")),
    "product.volume_differs": with_study(
        sites=a_plant(PlantOutput(id="p", is_this_product=True, units=900))
    ),
    "company.no_name": with_study(company=Company()),
    "site.no_country": with_study(sites=()),
    "period.missing": with_study(period=Period()),
    "period.order": with_study(period=Period(start=date(2025, 2, 1), end=date(2025, 1, 1))),
    "period.long": with_study(period=Period(start=date(2020, 1, 1), end=date(2025, 12, 31))),
    "period.not_a_year": with_study(period=Period(start=date(2025, 1, 1), end=date(2025, 6, 30))),
    "flow.no_amount": with_steel(amount=None),
    "flow.no_factor": with_steel(factor_id=None),
    "flow.unknown_factor": with_steel(factor_id="gone"),
    "flow.unit_mismatch": with_steel(a_factor("steel", 2.0, unit="kWh")),
    "flow.not_a_factor": with_steel(a_factor("steel", 2.0, row_type=RowType.BOUND_ONLY)),
    "flow.no_volume": with_product(volume=None).having(materials=(steel(basis=Basis.PER_PERIOD),)),
    "flow.no_share": with_steel(
        basis=Basis.PER_PERIOD, allocation=Allocation(basis=AllocationBasis.MASS)
    ),
    "flow.no_declared_unit": with_study(declared_unit=DeclaredUnit(amount=0, unit="piece")),
    "flow.no_yield": with_study(process_steps=(ProcessStep(id="s", material_yield=0.0),)),
    "flow.not_a_number": with_steel(a_factor("steel", 1e308), amount=kg(1e308)),
    "flow.circular": with_steel(parent_id="m"),
    "flow.negative": with_steel(amount=kg(-1)),
    "flow.factor_proposed": with_steel(factor_chosen_by=ChosenBy.IMPORT),
    "flow.no_origin": with_steel(origin=None),
    "material.recycled_share": with_steel(recycled_pre_consumer=0.7, recycled_post_consumer=0.7),
    "material.gross_unit": with_steel(gross_amount=Quantity(1, "m")),
    "material.gross_below_net": with_steel(gross_amount=kg(0.5)),
    "material.no_parent": with_steel(parent_id="gone"),
    "material.closes_branch": levels(),
    "materials.mass_gap": with_steel(amount=kg(0.5)),
    "step.yield": with_study(process_steps=(ProcessStep(id="s", material_yield=1.5),)),
    "exclusion.no_reason": with_steel(exclusion=Exclusion(estimate=0.1)),
    "exclusion.no_estimate": with_steel(factor_id=None, exclusion=Exclusion(reason="minor")),
    "cut_off.exceeded": with_steel(exclusion=Exclusion(reason="large")),
    "result.mass_balance": with_steel(gross_amount=kg(1.5)),
    "transport.far": with_leg(amount=None, carried_mass=kg(1), distance=Quantity(30000, "km")),
    "transport.no_payer": with_leg(purpose=TransportPurpose.OUTBOUND),
    "factor.spend_only": with_steel(
        a_factor("steel", row_type=RowType.SPEND, boundary=Boundary.SPEND)
    ),
    "factor.co2_only_fuel": with_power(
        kwh(row_type=RowType.COMBUSTION_CO2_ONLY, boundary=Boundary.COMBUSTION),
        carrier=Carrier.NATURAL_GAS,
    ),
    "factor.inventory_only": with_power(kwh(row_type=RowType.CO2_ONLY_INVENTORY)),
    "factor.gwp_only": with_steel(a_factor("steel", row_type=RowType.GWP)),
    "factor.bound_only": with_steel(a_factor("steel", row_type=RowType.BOUND_ONLY)),
    "factor.activity_default": with_steel(a_factor("steel", row_type=RowType.ACTIVITY_DEFAULT)),
    "factor.do_not_sum": with_leg(factor_id="rf").with_flow(
        "transports",
        Transport(id="t2", amount=Quantity(1, "t.km"), factor_id="rf"),
        a_factor("rf", unit="t.km", radiative_forcing=True, boundary=Boundary.WELL_TO_WHEEL),
    ),
    "factor.grid_only": with_power(kwh(boundary=Boundary.GRID_ONLY)),
    "factor.upstream_only": with_power(
        kwh(boundary=Boundary.UPSTREAM), carrier=Carrier.NATURAL_GAS
    ),
    "factor.collection_only": Case().with_flow(
        "wastes",
        Waste(id="w", amount=kg(1), treatment=WasteTreatment.INCINERATION, factor_id="c"),
        a_factor("c", row_type=RowType.EOL_TRANSPORT, boundary=Boundary.WASTE_COLLECTION),
    ),
    "factor.boundary_unfit": with_steel(a_factor("steel", boundary=Boundary.WELL_TO_WHEEL)),
    "factor.no_upstream": with_power(kwh(boundary=Boundary.GENERATION)),
    "factor.no_grid_losses": with_power(kwh(boundary=Boundary.GENERATION_LIFE_CYCLE)),
    "factor.old": with_steel(a_factor("steel", year_to=2001)),
    "factor.expired": with_steel(a_factor("steel", valid_until="2025-12-31")),
    "factor.scrap_credit": with_steel(a_factor("steel", scrap_convention=ScrapConvention.CREDITED)),
    "factors.mixed_china_electricity": two_grids(),
    "factors.mixed_gwp_sets": with_steel().with_flow(
        "materials", steel(id="n", factor_id="old"), a_factor("old", gwp_set=GwpSet.AR5)
    ),
    "factors.gwp_set_not_stated": with_steel(a_factor("steel", gwp_set=GwpSet.UNKNOWN)),
}


def codes(case):
    return {finding.code for finding in findings(case.examined)}


@pytest.mark.parametrize("code", FOUND)
def test_the_study_that_lacks_it_is_found(code):
    assert code in codes(FOUND[code])


def test_a_sound_study_gives_no_finding_at_all():
    assert codes(SOUND) == set()


def test_every_check_finds_something_in_these_studies():
    for check in CHECKS:
        assert any(list(check(case.examined)) for case in FOUND.values()), check.__name__


def test_errors_come_first():
    found = [f.severity for f in findings(with_steel(factor_id=None, origin=None).examined)]
    assert found == sorted(found, key=list(Severity).index)


def test_a_missing_factor_points_to_its_field():
    found = findings(FOUND["flow.no_factor"].examined)
    assert [f.where for f in found if f.code == "flow.no_factor"] == ["materials/m/factor"]


def test_factors_on_different_reports_are_named_by_the_reports_alone():
    silent = a_factor("silent", gwp_set=GwpSet.UNKNOWN)
    case = FOUND["factors.mixed_gwp_sets"].with_flow(
        "materials", steel(id="s", factor_id="silent"), silent
    )
    found = {finding.code: finding for finding in findings(case.examined)}
    assert found["factors.mixed_gwp_sets"].params["sets"] == "AR5, AR6"
    assert "factors.gwp_set_not_stated" in found


def cut_off(case):
    found = findings(case.examined)
    return next((f.severity for f in found if f.code == "cut_off.exceeded"), None)


def test_three_percent_left_out_blocks_where_the_rules_say_so():
    minor = Material(id="x", exclusion=Exclusion(reason="minor", estimate=2 * 0.03 / 0.97))
    case = with_steel().with_flow("materials", minor)
    assert case.result.exempted_percent == pytest.approx(3.0)
    assert cut_off(case.under(CATENA_X)) is Severity.ERROR
    assert cut_off(case.under(PACT)) is Severity.ERROR
    assert cut_off(case.under(ISO)) is Severity.WARNING


def test_less_than_three_percent_left_out_is_fine():
    minor = Material(id="x", exclusion=Exclusion(reason="minor", estimate=0.05))
    assert cut_off(with_steel().with_flow("materials", minor).under(CATENA_X)) is None


def test_half_a_percent_of_difference_in_mass_is_no_finding():
    assert "result.mass_balance" not in codes(with_steel(gross_amount=kg(1.005)))


def test_scrap_in_the_waste_list_closes_the_mass_balance():
    scrap = Waste(id="w", amount=kg(0.5), treatment=WasteTreatment.RECYCLING, factor_id="steel")
    case = with_steel(gross_amount=kg(1.5)).with_flow("wastes", scrap)
    assert "result.mass_balance" not in codes(case)


@pytest.mark.parametrize(
    ("flow", "use"),
    [
        (Material(id="x"), FactorUse.MATERIAL),
        (Packaging(id="x"), FactorUse.PACKAGING),
        (EnergyUse(id="x"), FactorUse.ELECTRICITY),
        (EnergyUse(id="x", carrier=Carrier.DIESEL), FactorUse.FUEL),
        (EnergyUse(id="x", carrier=Carrier.STEAM), FactorUse.HEAT),
        (Waste(id="x", treatment=WasteTreatment.RECYCLING), FactorUse.WASTE_RECYCLING),
        (Waste(id="x", treatment=WasteTreatment.LANDFILL), FactorUse.WASTE),
    ],
)
def test_a_flow_says_what_it_uses_its_factor_for(flow, use):
    assert use_of(flow) is use
