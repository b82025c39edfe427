"""Every check: a study that it finds, and the sound study that it leaves alone."""

from dataclasses import replace
from datetime import date

import pytest

from supplier_pcf.checks import CHECKS, findings
from supplier_pcf.checks.factor_use import use_of
from supplier_pcf.domain.collection import CollectionSheet, Team
from supplier_pcf.domain.energy import (
    Carrier,
    Criterion,
    DirectEmission,
    ElectricitySource,
    EnergyUse,
    InstrumentProof,
)
from supplier_pcf.domain.factor import (
    Boundary,
    GwpSet,
    Layer,
    PowerMix,
    Provenance,
    RowType,
    ScrapConvention,
)
from supplier_pcf.domain.finding import Severity
from supplier_pcf.domain.flows import (
    Allocation,
    AllocationBasis,
    Basis,
    ChosenBy,
    Exclusion,
    Material,
    Origin,
    Packaging,
    Waste,
    WasteTreatment,
)
from supplier_pcf.domain.fuels import StatedRatio
from supplier_pcf.domain.record import DeclaredUnit, Release
from supplier_pcf.domain.site import PlantOutput, ProcessStep
from supplier_pcf.domain.stoichiometry import Reaction
from supplier_pcf.domain.study import Company, Period, Scope
from supplier_pcf.domain.transport import DistanceKind, FuelUse, Transport, TransportPurpose
from supplier_pcf.domain.units import Quantity
from supplier_pcf.factors.guards import FactorUse
from supplier_pcf.rules import rule_set
from tests.build import CATENA_X, ISO, PACT, Case, a_factor, a_plant, a_study, kg
from tests.checks import found_materials, method_cases
from tests.checks.plant_cases import FOUND as PLANT_FOUND
from tests.checks.proof import FOUND as PROOF_FOUND
from tests.checks.received import RECEIVED
from tests.checks.scenarios import FOUND as SCENARIOS_FOUND
from tests.checks.year_cases import FOUND as YEARS_FOUND

STEEL = a_factor("steel", 2.0)
OVERDUE = CollectionSheet(id="c1", team=Team.LOGISTICS, due="2020-01-31")


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


def a_truck(**facts):
    return a_factor("truck", 0.1, unit="t.km", boundary=Boundary.WELL_TO_WHEEL, **facts)


def a_diesel(**facts):
    return a_factor("diesel", 3.24, unit="l", boundary=Boundary.COMBUSTION_AND_UPSTREAM, **facts)


def a_trip(**facts):
    return FuelUse(
        **{"total": None, "litres_per_km_loaded": 0.3, "load": Quantity(14, "t"), **facts}
    )


def with_way(*factors, **facts):
    """A leg of one kilogram over 350 km, by fuel where it says so."""
    by_fuel = "fuel" in facts and facts["fuel"].litres_per_km_loaded
    told = {
        "carried_mass": kg(1),
        "distance": Quantity(350, "km"),
        "origin": Origin.MEASURED,
        "factor_id": "diesel" if by_fuel else "truck",
        **facts,
    }
    known = factors or (a_truck(), a_diesel())
    return with_steel().with_flow("transports", Transport(id="t", **told), *known)


def with_box(factor=STEEL, **facts):
    box = Packaging(
        **{
            "id": "box",
            "amount": kg(0.6),
            "units_per_package": 60,
            "factor_id": "steel",
            "origin": Origin.MEASURED,
            **facts,
        }
    )
    return with_steel(factor).with_flow("packaging", box)


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


GLOBAL_ALUMINIUM = a_factor(
    "steel", name="Aluminium, primary, global average", place="GLO", category="material"
)


def with_waste(treatment, waste=None, **facts):
    waste = Waste(
        id="w",
        amount=kg(1),
        treatment=treatment,
        factor_id="c",
        origin=Origin.MEASURED,
        **(waste or {}),
    )
    told = {"boundary": Boundary.WASTE_TREATMENT, "category": "waste", **facts}
    return Case().with_flow("wastes", waste, a_factor("c", **told))


def with_gas(unit, *stated, factor_id="gas"):
    use = EnergyUse(
        id="g",
        amount=Quantity(1, unit),
        factor_id=factor_id,
        carrier=Carrier.NATURAL_GAS,
        conversions=stated,
        origin=Origin.MEASURED,
    )
    gas = a_factor("gas", unit="kWh net", boundary=Boundary.COMBUSTION_AND_UPSTREAM)
    return with_steel().with_flow("energy_uses", use, gas)


def moulded(**facts):
    """A plastic whose factor contains forming, in a plant that uses power."""
    case = with_steel(a_factor("steel", includes_forming=True), **facts)
    use = EnergyUse(id="e", amount=Quantity(1, "kWh"), factor_id="grid", origin=Origin.MEASURED)
    return case.with_flow("energy_uses", use, kwh())


def two_sources(place):
    """Power counted by Ember at this place beside official power of China."""
    ember = replace(kwh(publisher="Ember, as provided by others", place=place), id="ember")
    use = EnergyUse(id="e2", amount=Quantity(1, "kWh"), factor_id="ember")
    return with_power(kwh()).with_flow("energy_uses", use, ember)


def with_blocks(*blocks, **facts):
    """A supply of one kWh with parts."""
    case = with_power(kwh(power_mix=PowerMix.CONSUMPTION), **facts)
    for number, block in enumerate(blocks):
        told = {"id": f"b{number}", "part_of": "e", "factor_id": "grid"}
        case = case.with_flow("energy_uses", EnergyUse(**{**told, **block}))
    return case


def own_technology(**facts):
    return with_power(kwh(power_mix=PowerMix.TECHNOLOGY), **facts)


def grid_with(boundary, added, **facts):
    """A factor of this boundary with another one added to it."""
    use = EnergyUse(
        id="e", amount=Quantity(1, "kWh"), factor_id="grid", added_factor_ids=("add",), **facts
    )
    more = replace(kwh(boundary=added), id="add")
    return Case().with_flow("energy_uses", use, kwh(boundary=boundary), more)


ALL_YES = {criterion.value: True for criterion in Criterion}
SOURCE = ElectricitySource
SOUND = with_steel()


def released(kg_co2e, created="2026-02-01T00:00:00Z", year=2025):
    """The sound study of 2 kg CO2e, after it left the house with another figure."""
    release = Release(
        id="r",
        created=created,
        declared_unit=DeclaredUnit(),
        excluding=kg_co2e,
        including=kg_co2e,
    )
    period = Period(start=date(year, 1, 1), end=date(year, 12, 31))
    return with_steel().under(CATENA_X).having(releases=(release,), period=period)


FOUND = {
    **found_materials.FOUND,
    **method_cases.FOUND,
    **PLANT_FOUND,
    **YEARS_FOUND,
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
    "electricity.no_fossil_fallback": with_power(kwh(subcategory="grid mix")).under(CATENA_X),
    "electricity.no_market_fallback": with_power(kwh(subcategory="grid mix")).under(PACT),
    "electricity.residual_known": with_power(kwh(subcategory="grid mix")).with_flow(
        "energy_uses", EnergyUse(id="r"), replace(kwh(power_mix=PowerMix.RESIDUAL), id="residual")
    ),
    "electricity.claim_without_proof": own_technology(),
    "electricity.contract_not_used": with_power(
        kwh(subcategory="grid mix"), source=SOURCE.CERTIFICATES, proof=InstrumentProof(**ALL_YES)
    ),
    "electricity.criterion_not_met": own_technology(
        source=SOURCE.CERTIFICATES, proof=InstrumentProof(same_market=False)
    ),
    "electricity.criteria_open": own_technology(source=SOURCE.GREEN_TARIFF),
    "electricity.ppa_without_certificates": own_technology(
        source=SOURCE.PPA, proof=InstrumentProof(**ALL_YES)
    ),
    "electricity.criterion_without_file": own_technology(
        source=SOURCE.CERTIFICATES, proof=InstrumentProof(**ALL_YES)
    ),
    "electricity.certificates_sold_open": own_technology(source=SOURCE.ON_SITE),
    "electricity.own_power_not_metered": own_technology(
        source=SOURCE.ON_SITE, proof=InstrumentProof(certificates_sold=False)
    ),
    "electricity.other_market": with_power(
        kwh(power_mix=PowerMix.TECHNOLOGY, place="DE"), source=SOURCE.CERTIFICATES
    ),
    "electricity.bad_part_of": with_blocks({"part_of": "gone"}),
    "electricity.blocks_exceed_meter": with_blocks({"amount": Quantity(1.1, "kWh")}),
    "electricity.exported_more": with_power(
        kwh(), source=SOURCE.ON_SITE, exported=Quantity(2, "kWh")
    ),
    "electricity.losses_twice": with_power(kwh(), loss_share=0.05),
    "electricity.part_twice": grid_with(Boundary.DELIVERED_LIFE_CYCLE, Boundary.GRID_ONLY),
    "electricity.losses_in_grid_part": grid_with(
        Boundary.GENERATION, Boundary.GRID_ONLY, loss_share=0.05
    ),
    "electricity.no_location_mix": own_technology(),
    "flow.losses": with_power(kwh(boundary=Boundary.GENERATION), loss_share=1.0),
    "exclusion.above_limit": with_steel(exclusion=Exclusion(reason="large")).under(
        rule_set("pact-2.0")
    ),
    "result.mass_balance": with_steel(gross_amount=kg(1.5)),
    "transport.far": with_leg(amount=None, carried_mass=kg(1), distance=Quantity(30000, "km")),
    "transport.no_payer": with_leg(purpose=TransportPurpose.OUTBOUND),
    "transport.distance": with_way(distance=Quantity(0, "km")),
    "transport.carried_mass": with_way(carried_mass=kg(-1)),
    "transport.adjustment": with_way(distance_adjustment=0.9),
    "transport.fuel": with_way(fuel=FuelUse(litres_per_km_loaded=-0.3)),
    "transport.empty_share": with_way(fuel=FuelUse(litres_per_km_loaded=0.3, empty_share=1.2)),
    "transport.load": with_way(fuel=a_trip(load=Quantity(0, "t"))),
    "transport.no_load": with_way(fuel=a_trip(load=None)),
    "transport.load_below_carried": with_way(fuel=a_trip(load=Quantity(0.5, "kg"))),
    "transport.empty_twice": with_way(
        a_diesel(includes_empty_running=True), fuel=a_trip(empty_share=0.4)
    ),
    "transport.empty_inside": with_way(
        a_truck(includes_empty_running=True), fuel=FuelUse(empty_share=0.4)
    ),
    "transport.empty_not_counted": with_way(
        a_truck(includes_empty_running=False), fuel=FuelUse(empty_share=0.4)
    ),
    "transport.empty_unknown": with_way(fuel=FuelUse(empty_share=0.4)),
    "transport.great_circle": with_way(distance_kind=DistanceKind.GREAT_CIRCLE),
    "transport.adjusted_actual": with_way(
        distance_kind=DistanceKind.ACTUAL, distance_adjustment=1.1
    ),
    "transport.other_purpose": with_way(
        carried_mass=None, carries=("m",), purpose=TransportPurpose.WASTE
    ),
    "waste.carbon_share": with_waste(
        WasteTreatment.INCINERATION, waste={"fossil_carbon_share": 85}
    ),
    "waste.carbon_unused": with_waste(WasteTreatment.LANDFILL, waste={"fossil_carbon_share": 0.85}),
    "waste.carbon_inside": with_waste(
        WasteTreatment.INCINERATION, waste={"fossil_carbon_share": 0.85}
    ),
    "waste.carbon_added": with_waste(
        WasteTreatment.INCINERATION,
        waste={"fossil_carbon_share": 0.85},
        row_type=RowType.EOL_TRANSPORT,
        boundary=Boundary.WASTE_COLLECTION,
    ),
    "waste.credit": with_waste(WasteTreatment.ENERGY_RECOVERY, kg_co2e=-0.3),
    "packaging.content": with_box(units_per_package=0),
    "packaging.carbon_share": with_box(biogenic_carbon_share=50),
    "packaging.twice": with_box(a_factor("steel", includes_packaging=True)),
    "packaging.inside_factor": with_steel(a_factor("steel", includes_packaging=True)).having(
        scope=Scope(packaging_included=False)
    ),
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
    "factor.do_not_sum": with_steel(a_factor("steel", row_type=RowType.DO_NOT_SUM)),
    "factor.radiative_forcing": with_leg(factor_id="rf").with_flow(
        "transports",
        Transport(id="t2", amount=Quantity(1, "t.km"), factor_id="rf"),
        a_factor("rf", unit="t.km", radiative_forcing=True, boundary=Boundary.WELL_TO_WHEEL),
    ),
    "factor.provincial_electricity": with_power(
        kwh(row_type=RowType.CO2_ONLY_INVENTORY, gwp_set=GwpSet.CO2_ONLY, place="CN-ZJ")
    ),
    "factor.co2_only_grid": with_power(kwh(gwp_set=GwpSet.CO2_ONLY, place="IN")),
    "factor.co2_only": with_steel(a_factor("steel", gwp_set=GwpSet.CO2_ONLY)),
    "factor.process_on_material": with_steel(a_factor("steel", boundary=Boundary.GATE_TO_GATE)),
    "factor.collection_for_burning": with_waste(
        WasteTreatment.ENERGY_RECOVERY,
        row_type=RowType.EOL_TRANSPORT,
        boundary=Boundary.WASTE_COLLECTION,
    ),
    "factor.other_treatment": with_waste(WasteTreatment.INCINERATION, subcategory="landfill"),
    "factor.forming_twice": moulded(),
    "factor.metal_of_elsewhere": with_steel(GLOBAL_ALUMINIUM),
    "factor.single_value": with_steel(a_factor("steel", provenance=Provenance.SINGLE_VALUE)),
    "factors.no_year": with_steel(a_factor("steel", year_to=None)),
    "factors.ember_beside_official": two_sources("DE"),
    "factors.two_grids_of_one_country": two_sources("CN"),
    "flow.heating_value": with_gas("kWh gross"),
    "flow.fuel_conversion": with_gas("m3"),
    "flow.reaction": with_steel().with_flow(
        "direct_emissions",
        DirectEmission(id="d", amount=kg(1), factor_id="co2", reaction=Reaction()),
        a_factor("co2", row_type=RowType.GWP, boundary=Boundary.CHARACTERISATION),
    ),
    "energy.conversion_unusable": with_gas("m3", StatedRatio(value=-10, of="kWh net", per="m3")),
    "energy.net_above_gross": with_gas(
        "kWh gross", StatedRatio(value=1.11, of="kWh net", per="kWh gross", source="bill")
    ),
    "energy.conversion_no_source": with_gas("m3", StatedRatio(value=10, of="kWh net", per="m3")),
    "energy.published_value": with_gas(
        "m3", StatedRatio(id="table/net", value=10, of="kWh net", per="m3", source="table")
    ),
    "factor.grid_only": with_power(kwh(boundary=Boundary.GRID_ONLY)),
    "factor.upstream_only": with_power(
        kwh(boundary=Boundary.UPSTREAM), carrier=Carrier.NATURAL_GAS
    ),
    "factor.collection_only": with_waste(
        WasteTreatment.LANDFILL,
        row_type=RowType.EOL_TRANSPORT,
        boundary=Boundary.WASTE_COLLECTION,
    ),
    "factor.boundary_unfit": with_steel(a_factor("steel", boundary=Boundary.WELL_TO_WHEEL)),
    "factor.no_upstream": with_power(kwh(boundary=Boundary.GENERATION)),
    "factor.no_grid_losses": with_power(kwh(boundary=Boundary.GENERATION_LIFE_CYCLE)),
    "factor.old": with_steel(a_factor("steel", year_to=2001)),
    "factor.expired": with_steel(a_factor("steel", valid_until="2025-12-31")),
    "factor.scrap_credit": with_steel(
        a_factor("steel", scrap_convention=ScrapConvention.CREDITED)
    ).under(CATENA_X),
    "factor.scrap_credit_named": with_steel(
        a_factor(
            "steel", name="Hot rolled coil, cradle to gate with recycling", layer=Layer.SUPPLIER
        )
    ),
    "factors.mixed_china_electricity": two_grids(),
    "factors.mixed_gwp_sets": with_steel().with_flow(
        "materials", steel(id="n", factor_id="old"), a_factor("old", gwp_set=GwpSet.AR5)
    ),
    "factors.gwp_set_not_stated": with_steel(a_factor("steel", gwp_set=GwpSet.UNKNOWN)),
    "release.risen": released(1.5),
    "release.fallen": released(2.5),
    "release.expired": released(2.0, "2024-05-01T00:00:00Z", 2023),
    **PROOF_FOUND,
    **RECEIVED,
    **SCENARIOS_FOUND,
    "collect.overdue": Case().having(collections=(OVERDUE,)),
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


@pytest.mark.parametrize(
    ("name", "severity"),
    [
        ("iso-14067-2018", Severity.WARNING),
        ("catena-x-4.0", Severity.ERROR),
        ("pact-3.0", Severity.ERROR),
        ("pact-2.0", Severity.WARNING),
        ("gb-t-24067-2024", Severity.WARNING),
    ],
)
def test_a_recycling_credit_is_an_error_where_the_rules_cut_off(name, severity):
    case = with_steel(a_factor("steel", scrap_convention=ScrapConvention.CREDITED))
    found = findings(case.under(rule_set(name)).examined)
    assert [f.severity for f in found if f.code == "factor.scrap_credit"] == [severity]


def test_the_old_forms_let_no_row_above_one_percent_be_left_out():
    """PACT v2: all above 1 % is included, and less than 5 % together is left out."""
    old = rule_set("pact-2.0")
    case = with_steel()
    for number, kg_co2e in enumerate((0.025, 0.015)):
        minor = Material(id=f"x{number}", exclusion=Exclusion(reason="minor", estimate=kg_co2e))
        case = case.with_flow("materials", minor)
    assert case.result.exempted_percent == pytest.approx(100 * 0.04 / 2.04)
    found = [f for f in findings(case.under(old).examined) if f.code == "exclusion.above_limit"]
    assert [(f.where, f.params["percent"]) for f in found] == [
        ("materials/x0/exclusion", round(100 * 0.025 / 2.04, 2))
    ]


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
        (Waste(id="x", treatment=WasteTreatment.INCINERATION), FactorUse.WASTE_BURNING),
        (Waste(id="x", treatment=WasteTreatment.ENERGY_RECOVERY), FactorUse.WASTE_BURNING),
    ],
)
def test_a_flow_says_what_it_uses_its_factor_for(flow, use):
    assert use_of(flow) is use


RIGHT_USES = {
    "forming inside, but no energy of one's own": (
        "factor.forming_twice",
        with_steel(a_factor("steel", includes_forming=True)),
    ),
    "forming inside a part that is said to be bought ready formed": (
        "factor.forming_twice",
        moulded(factor_reason="Bought as a finished part; only assembled here"),
    ),
    "an auxiliary that is formed elsewhere": ("factor.forming_twice", moulded(is_auxiliary=True)),
    "a small moulded cap in a plant that stamps": (
        "factor.forming_twice",
        with_steel()
        .with_flow(
            "materials",
            steel(id="cap", amount=kg(0.1), factor_id="cap"),
            a_factor("cap", includes_forming=True),
        )
        .with_flow(
            "energy_uses", EnergyUse(id="e", amount=Quantity(1, "kWh"), factor_id="grid"), kwh()
        ),
    ),
    "a bare resin in a plant that moulds": (
        "factor.forming_twice",
        with_steel().with_flow("energy_uses", EnergyUse(id="e"), kwh()),
    ),
    "metal that is said to come from Norway": (
        "factor.metal_of_elsewhere",
        with_steel(GLOBAL_ALUMINIUM, origin_place="NO"),
    ),
    "a Chinese figure for Chinese metal": (
        "factor.metal_of_elsewhere",
        with_steel(replace(GLOBAL_ALUMINIUM, place="CN"), origin_place="CN"),
    ),
    "recycled aluminium of Europe": (
        "factor.metal_of_elsewhere",
        with_steel(replace(GLOBAL_ALUMINIUM, name="Aluminium, recycled")),
    ),
    "incineration for waste that is burnt": (
        "factor.other_treatment",
        with_waste(WasteTreatment.ENERGY_RECOVERY, subcategory="incineration with energy recovery"),
    ),
    "landfill for waste that is dumped": (
        "factor.other_treatment",
        with_waste(WasteTreatment.LANDFILL, subcategory="landfill"),
    ),
    "collection for waste that is recycled": (
        "factor.collection_only",
        with_waste(
            WasteTreatment.RECYCLING,
            row_type=RowType.EOL_TRANSPORT,
            boundary=Boundary.WASTE_COLLECTION,
        ),
    ),
    "gas at the heating value of its bill": (
        "flow.fuel_conversion",
        with_gas("m3", StatedRatio(value=10, of="kWh net", per="m3", source="bill")),
    ),
    "gas on the factor's own heating value": ("flow.heating_value", with_gas("MWh net")),
    "power of one source alone": ("factors.ember_beside_official", with_power(kwh())),
    "data of nine years ago": ("factor.old", with_steel(a_factor("steel", year_to=2017))),
    "data of ten years ago": ("factor.old", with_steel(a_factor("steel", year_to=2016))),
    "a flight without radiative forcing": ("factor.radiative_forcing", with_leg()),
    "a figure of the mill that is called one without recycling credit": (
        "factor.scrap_credit_named",
        with_steel(a_factor("steel", name="Coil, without recycling credit", layer=Layer.SUPPLIER)),
    ),
    "a figure that is called so but states that scrap is cut off": (
        "factor.scrap_credit_named",
        with_steel(
            a_factor(
                "steel",
                name="Coil, with recycling",
                layer=Layer.SUPPLIER,
                scrap_convention=ScrapConvention.CUT_OFF,
            )
        ),
    ),
    "scrap cut off": (
        "factor.scrap_credit",
        with_steel(a_factor("steel", scrap_convention=ScrapConvention.CUT_OFF)),
    ),
    "two footprint factors of Chinese power": (
        "factors.mixed_china_electricity",
        with_power(kwh()).with_flow(
            "energy_uses",
            EnergyUse(id="e2", amount=Quantity(1, "kWh"), factor_id="older"),
            replace(kwh(), id="older", year_to=2023),
        ),
    ),
    "factors of one report": ("factors.mixed_gwp_sets", with_steel()),
    "the screening row where nothing is per money": ("factor.spend_only", with_steel()),
}


@pytest.mark.parametrize("name", ["Injection moulding", "Spritzgießen", "注塑成型"])
def test_forming_is_counted_twice_where_a_step_is_called_so(name):
    case = with_steel().with_flow(
        "materials",
        steel(id="cap", amount=kg(0.1), factor_id="cap"),
        a_factor("cap", includes_forming=True),
    )
    assert "factor.forming_twice" not in codes(case)
    moulding = case.having(process_steps=(ProcessStep(id="s", name=name),))
    assert "factor.forming_twice" in codes(moulding)


@pytest.mark.parametrize("use", RIGHT_USES)
def test_a_right_use_is_left_alone(use):
    code, case = RIGHT_USES[use]
    assert code not in codes(case)


def test_the_factor_of_a_recycled_share_is_looked_at_too():
    case = with_steel(recycled_factor_id="bound", recycled_post_consumer=0.5)
    case = Case(case.study, [*case.factors, a_factor("bound", row_type=RowType.BOUND_ONLY)])
    assert "factor.bound_only" in codes(case)


def test_a_row_that_is_left_out_is_not_asked_about_its_factor():
    case = with_steel(
        a_factor("steel", year_to=2001), exclusion=Exclusion(reason="minor", estimate=0.001)
    )
    assert "factor.old" not in codes(case)


def finding(code):
    found = {f.code: f for f in findings(FOUND[code].examined)}
    return found[code]


@pytest.mark.parametrize(
    ("code", "severity"),
    [
        ("factor.provincial_electricity", Severity.ERROR),
        ("factor.radiative_forcing", Severity.ERROR),
        ("factor.process_on_material", Severity.ERROR),
        ("factor.collection_for_burning", Severity.ERROR),
        ("factor.bound_only", Severity.ERROR),
        ("factor.scrap_credit", Severity.ERROR),
        ("factors.mixed_china_electricity", Severity.ERROR),
        ("flow.heating_value", Severity.ERROR),
        ("factor.co2_only_grid", Severity.WARNING),
        ("factor.forming_twice", Severity.WARNING),
        ("factor.metal_of_elsewhere", Severity.WARNING),
        ("factor.old", Severity.WARNING),
        ("factors.two_grids_of_one_country", Severity.WARNING),
        ("factors.ember_beside_official", Severity.NOTE),
        ("factors.mixed_gwp_sets", Severity.NOTE),
        ("factor.single_value", Severity.NOTE),
    ],
)
def test_a_misuse_weighs_what_it_does_and_says_where_it_is_written(code, severity):
    assert finding(code).severity is severity
    assert finding(code).clause


def test_the_sources_of_power_are_named_by_country():
    params = finding("factors.ember_beside_official").params
    assert (params["ember"], params["official"]) == ("DE", "CN")
    assert finding("factors.two_grids_of_one_country").params["both"] == "CN"


def test_the_result_names_the_reports_that_are_mixed():
    case = FOUND["factors.mixed_gwp_sets"]
    assert {GwpSet.AR5, GwpSet.AR6} <= set(case.result.gwp_sets)


@pytest.mark.parametrize("code", ["factor.no_grid_losses", "factor.no_upstream"])
def test_what_a_factor_lacks_is_not_missed_where_it_is_added(code):
    bare = Boundary.GENERATION
    assert code in codes(with_power(kwh(boundary=bare)))
    added = {"factor.no_grid_losses": Boundary.GRID_ONLY, "factor.no_upstream": Boundary.UPSTREAM}
    assert code not in codes(grid_with(bare, added[code]))


def test_own_power_behind_the_meter_has_no_grid_to_lose_in():
    made = kwh(boundary=Boundary.GENERATION_LIFE_CYCLE)
    assert "factor.no_grid_losses" in codes(with_power(made))
    assert "factor.no_grid_losses" not in codes(with_power(made, source=SOURCE.ON_SITE))


def test_parts_that_fill_their_meter_exactly_are_no_finding():
    third = {"amount": Quantity(1 / 3, "kWh")}
    assert "electricity.blocks_exceed_meter" not in codes(with_blocks(third, third, third))


@pytest.mark.parametrize(("rules", "severity"), [(CATENA_X, "warning"), (ISO, "note")])
def test_a_tick_without_a_document_weighs_more_under_catena_x(rules, severity):
    case = FOUND["electricity.criterion_without_file"].under(rules)
    found = {finding.code: finding for finding in findings(case.examined)}
    assert found["electricity.criterion_without_file"].severity == severity


def test_a_missing_added_factor_is_named_itself():
    use = EnergyUse(id="e", amount=Quantity(1, "kWh"), factor_id="grid", added_factor_ids=("gone",))
    found = findings(Case().with_flow("energy_uses", use, kwh()).examined)
    told = {finding.code: finding.params.get("factor") for finding in found}
    assert told["flow.unknown_factor"] == "gone"
