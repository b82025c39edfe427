"""The footprint as a whole: what is counted, what is apart, what is refused."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supplier_pcf.domain.buckets import CO2_PER_CARBON
from supplier_pcf.domain.energy import DirectEmission, EnergyUse, InstrumentProof
from supplier_pcf.domain.factor import Boundary, RowType
from supplier_pcf.domain.flows import Basis, Exclusion, Material, Origin, Packaging, Stage
from supplier_pcf.domain.record import DeclaredUnit
from supplier_pcf.domain.transport import Payer, Transport, TransportMode, TransportPurpose
from supplier_pcf.domain.units import Quantity
from supplier_pcf.engine.result import NotCounted
from tests.build import CATENA_X, ISO, PACT, Case, a_factor, a_study, kg

STEEL = a_factor("steel", 2.0)


def steel(amount=1.0, **facts):
    return Material(**{"id": "steel", "amount": kg(amount), "factor_id": "steel", **facts})


def with_steel(amount=1.0, **facts):
    return Case().with_flow("materials", steel(amount, **facts), STEEL)


def test_missing_factor_is_not_counted_and_not_zero():
    case = with_steel().with_flow("materials", Material(id="rubber", amount=kg(1)))
    result = case.result
    assert (result.rows_counted, result.rows_total, result.complete) == (1, 2, False)
    assert result.flows[1].reason is NotCounted.NO_FACTOR
    assert not result.flows[1].counted


def test_unknown_factor_id_is_told_from_a_missing_one():
    assert with_steel(factor_id="gone").result.flows[0].reason is NotCounted.UNKNOWN_FACTOR


def test_empty_study_is_not_complete():
    assert not Case().result.complete


def test_kilograms_are_never_multiplied_by_a_factor_per_kwh():
    case = Case().with_flow("materials", steel(), a_factor("steel", 2.0, unit="kWh"))
    assert case.result.flows[0].reason is NotCounted.UNIT_MISMATCH


def test_pieces_become_kilograms_by_the_mass_of_one():
    nut = Material(
        id="nut",
        amount=Quantity(1, "piece"),
        quantity_per=4,
        mass_per_unit=Quantity(12.5, "g"),
        factor_id="steel",
    )
    assert Case().with_flow("materials", nut, STEEL).result.excluding == pytest.approx(0.1)


@pytest.mark.parametrize(
    "row_type",
    [RowType.BOUND_ONLY, RowType.DO_NOT_SUM, RowType.CO2_ONLY_INVENTORY, RowType.GWP],
)
def test_rows_that_are_no_factors_never_enter_a_sum(row_type):
    case = Case().with_flow("materials", steel(), a_factor("steel", 2.0, row_type=row_type))
    assert case.result.flows[0].reason is NotCounted.NOT_A_FACTOR
    assert case.result.excluding == 0


def test_gas_set_free_is_its_mass_times_its_gwp():
    leak = DirectEmission(id="leak", amount=kg(0.3), recovered=Quantity(100, "g"), factor_id="r")
    case = Case().with_flow("direct_emissions", leak, a_factor("r", 1530, row_type=RowType.GWP))
    assert case.result.excluding == pytest.approx(306)


def test_amount_of_the_period_is_divided_by_the_units_made():
    case = Case().with_flow("materials", steel(500, basis=Basis.PER_PERIOD), STEEL)
    assert case.result.excluding == pytest.approx(500 / 1000 * 2)


def test_amount_of_the_period_without_a_volume_is_not_counted():
    case = with_steel(basis=Basis.PER_PERIOD)
    product = replace(case.study.product, volume=None)
    assert case.having(product=product).result.flows[0].reason is NotCounted.NO_VOLUME


def test_volume_of_zero_is_a_reason_not_a_crash():
    case = with_steel(basis=Basis.PER_PERIOD)
    product = replace(case.study.product, volume=0.0)
    assert case.having(product=product).result.flows[0].reason is NotCounted.NO_VOLUME


def test_declared_unit_of_a_thousand_pieces_is_a_thousand_times_one():
    case = with_steel().having(declared_unit=DeclaredUnit(amount=2, unit="1000 piece"))
    assert case.result.excluding == pytest.approx(2000 * 2.0)
    assert case.result.mass_kg == pytest.approx(2000)


def test_declared_unit_in_kilograms_uses_the_mass_of_a_piece():
    product = replace(a_study().product, mass=Quantity(250, "g"))
    case = with_steel().having(product=product, declared_unit=DeclaredUnit(amount=1, unit="kg"))
    assert case.result.excluding == pytest.approx(2.0 / 0.25)
    assert case.result.per_kg == pytest.approx(8.0)


def test_declared_unit_that_cannot_be_reached_counts_nothing():
    case = with_steel().having(declared_unit=DeclaredUnit(amount=1, unit="m2"))
    assert case.result.flows[0].reason is NotCounted.NO_DECLARED_UNIT


def test_recycled_share_mixes_two_factors_without_credit():
    """V15: 40 % recycled at 12.0 and 1.0 gives 7.6 under cut-off."""
    virgin, recycled = a_factor("v", 12.0), a_factor("r", 1.0)
    flow = steel(factor_id="v", recycled_post_consumer=0.4, recycled_factor_id="r")
    result = Case().with_flow("materials", flow, virgin, recycled).result
    assert result.excluding == pytest.approx(7.6)


def test_recycled_share_without_a_factor_of_its_own_changes_nothing():
    assert with_steel(recycled_post_consumer=0.4).result.excluding == pytest.approx(2.0)


def test_flight_goes_into_the_aircraft_bucket():
    leg = Transport(
        id="air",
        mode=TransportMode.AIR,
        carried_mass=kg(10),
        distance=Quantity(1000, "km"),
        factor_id="air",
    )
    buckets = Case().with_flow("transports", leg, a_factor("air", 0.6, unit="t.km")).result.buckets
    assert (buckets.fossil, buckets.aircraft) == (0, pytest.approx(6.0))


def outbound(payer):
    leg = Transport(
        id="out",
        purpose=TransportPurpose.OUTBOUND,
        paid_by=payer,
        amount=Quantity(1, "t.km"),
        factor_id="t",
    )
    return with_steel().with_flow("transports", leg, a_factor("t", 0.1, unit="t.km")).result


def test_outbound_transport_we_pay_is_reported_apart():
    result = outbound(Payer.US)
    assert result.excluding == pytest.approx(2.0)
    assert result.outbound.excluding_uptake == pytest.approx(0.1)
    assert Stage.OUTBOUND_TRANSPORT not in result.stages


def test_outbound_transport_the_customer_pays_is_left_out():
    result = outbound(Payer.CUSTOMER)
    assert result.outbound.excluding_uptake == 0
    assert result.complete
    assert result.exempted_percent == 0


def test_exclusion_by_estimate_gives_the_exempted_percent():
    """V14: 7.423051625 included and 1.5 % left out make 7.536093."""
    left_out = 7.536093020304568 - 7.423051624999999
    case = with_steel(7.423051624999999 / 2).with_flow(
        "materials", Material(id="oil", exclusion=Exclusion(reason="minor", estimate=left_out))
    )
    assert case.result.exempted_percent == pytest.approx(1.5)
    assert case.result.complete


def test_exclusion_without_estimate_takes_amount_times_factor():
    left_out = steel(0.25, id="pin", exclusion=Exclusion(reason="minor"))
    assert with_steel(0.75).with_flow("materials", left_out).result.exempted_percent == (
        pytest.approx(25)
    )


def test_packaging_left_out_of_the_scope_is_exempted():
    box = Packaging(id="box", amount=kg(0.1), units_per_package=1, factor_id="steel")
    case = with_steel().with_flow("packaging", box)
    scope = replace(case.study.scope, packaging_included=False)
    assert case.result.packaging == pytest.approx(0.2)
    assert case.having(scope=scope).result.packaging == 0
    assert case.having(scope=scope).result.exempted_percent == pytest.approx(100 * 0.2 / 2.2)


def test_wood_takes_up_what_its_carbon_stands_for():
    """V11: 0.05 kg of wood at 50 % holds 0.025 kg C and took up 0.0917 kg CO2."""
    wood = steel(0.05, biogenic_carbon_share=0.5, gross_amount=kg(0.08))
    result = with_steel().having(materials=(wood,)).result
    assert result.carbon.biogenic == pytest.approx(0.025)
    assert result.buckets.uptake_product == pytest.approx(-0.09166666666666667)
    assert result.including - result.excluding == pytest.approx(-0.025 * CO2_PER_CARBON)


def test_carbon_of_wood_lowers_the_total_with_uptake_by_its_co2():
    """V11: 0.05 kg of wood at 50 % hold 0.025 kg of carbon, 0.0917 kg of CO2."""
    wood = Material(id="m", amount=kg(0.05), biogenic_carbon_share=0.5, factor_id="f")
    result = Case().with_flow("materials", wood, a_factor("f", 0.2)).result
    assert result.carbon.biogenic == pytest.approx(0.025)
    assert result.buckets.uptake_product == pytest.approx(-0.09166666666666667)
    assert result.including - result.excluding == pytest.approx(-0.09166666666666667)


def test_uptake_of_packaging_stays_out_of_the_total():
    box = Packaging(
        id="box", amount=kg(1), units_per_package=10, carbon_kind="wood_dry", factor_id="steel"
    )
    result = with_steel().with_flow("packaging", box).result
    assert result.carbon.packaging_biogenic == pytest.approx(0.05)
    assert result.carbon.packaging_fossil == 0
    assert result.buckets.uptake_packaging == pytest.approx(-0.05 * 44 / 12)
    assert result.including == result.excluding


def test_fossil_carbon_of_packaging_is_told_apart():
    """0.1 kg of PE at 24.022 / 28.054 and 0.05 kg of a mix said to hold 60 %: 0.08563 + 0.03 kg."""
    bag = Packaging(id="bag", amount=kg(0.1), units_per_package=1, carbon_kind="pe")
    foam = Packaging(id="foam", amount=kg(0.05), units_per_package=1, fossil_carbon_share=0.6)
    case = with_steel().with_flow("packaging", bag).with_flow("packaging", foam)
    assert case.result.carbon.packaging_fossil == pytest.approx(0.08563 + 0.03, abs=1e-5)


def test_carbon_content_is_unknown_as_long_as_one_material_is():
    known = with_steel(carbon_kind="pe")
    assert known.result.carbon.fossil == pytest.approx(0.8563, abs=1e-4)
    unknown = known.with_flow("materials", steel(0.1, id="rubber"))
    assert unknown.result.carbon.fossil is None


def test_carbon_per_piece_of_a_received_footprint_is_used():
    seal = Material(id="seal", amount=Quantity(2, "piece"), factor_id="seal")
    factor = a_factor("seal", 0.5, unit="piece", fossil_carbon=0.03, biogenic_carbon=0.01)
    result = Case().with_flow("materials", seal, factor).result
    assert result.carbon.fossil == pytest.approx(0.06)
    assert result.buckets.uptake_product == pytest.approx(-0.02 * 44 / 12)


def test_measured_kwh_with_a_grid_factor_is_secondary():
    power = EnergyUse(id="e", amount=Quantity(1, "kWh"), origin=Origin.MEASURED, factor_id="grid")
    case = Case().with_flow("energy_uses", power, a_factor("grid", 0.6, unit="kWh"))
    assert case.result.primary_data_share_excluding == 0


def test_measured_fuel_is_primary_for_its_combustion_under_catena_x_only():
    gas = EnergyUse(id="g", amount=Quantity(1, "kg"), origin=Origin.MEASURED, factor_id="gas")
    factor = a_factor(
        "gas", 3.0, direct=2.4, upstream=0.6, boundary=Boundary.COMBUSTION_AND_UPSTREAM
    )
    case = Case().with_flow("energy_uses", gas, factor)
    assert case.under(CATENA_X).result.primary_data_share_including == pytest.approx(80)
    assert case.under(ISO).result.primary_data_share_including == 0


@pytest.mark.parametrize(("proven", "share"), [(True, 100.0), (None, 0.0)])
def test_matched_certificate_is_primary_only_with_all_five_criteria(proven, share):
    proof = InstrumentProof(
        carries_attributes=True,
        unique_claim=True,
        cancelled_for_us=proven,
        close_in_time=True,
        same_market=True,
    )
    power = EnergyUse(
        id="e",
        amount=Quantity(1, "kWh"),
        origin=Origin.MEASURED,
        factor_id="wind",
        is_tracked_factor=True,
        proof=proof,
    )
    case = Case().with_flow("energy_uses", power, a_factor("wind", 0.02, unit="kWh"))
    assert case.under(CATENA_X).result.primary_data_share_including == share


def test_shares_weigh_absolute_values():
    """V3: PCF 1.0, 1.5, 2.0, -1.75 with PDS 0.9, 0.7, 0.8, 0.3 gives 0.652, not 1.10."""
    case = Case()
    rows = [(1.0, 0.9, 1.0), (1.5, 0.7, 2.0), (2.0, 0.8, 2.0), (-1.75, 0.3, 2.7)]
    for i, (pcf, share, rating) in enumerate(rows):
        bucket = {"fossil": pcf} if pcf > 0 else {"fossil": 0.0, "land_removals": pcf}
        from supplier_pcf.domain.factor import Ratings

        ratings = Ratings(technology=rating, time=rating, geography=rating)
        factor = a_factor(f"f{i}", primary_share=share, ratings=ratings, **bucket)
        flow = Material(id=f"m{i}", amount=kg(1), factor_id=f"f{i}", activity_is_primary=True)
        case = case.with_flow("materials", flow, factor)
    result = case.under(PACT).result
    assert result.excluding == pytest.approx(2.75)
    assert result.primary_data_share_excluding == pytest.approx(65.2)
    assert result.ratings_excluding.technology == pytest.approx(2.036)


def test_catena_x_rates_the_worse_of_amount_and_factor():
    flow = steel(origin=Origin.ASSUMED)
    case = Case().with_flow("materials", flow, a_factor("steel", 2.0))
    assert case.under(CATENA_X).result.flows[0].technology == 5
    fitted = steel(origin=Origin.MEASURED, technology_fit="average_same")
    case = Case().with_flow("materials", fitted, a_factor("steel", 2.0))
    assert case.under(CATENA_X).result.flows[0].technology == 3


def test_cascade_of_supplier_footprints_adds_up():
    """Verification framework v2.0, Table 8: 10 -> C1 50; 5 -> D1 15; B1 130; A1 155 kg."""

    def tier(own, *inputs):
        case = Case().with_flow(
            "materials", steel(1, id="own", factor_id="own"), a_factor("own", own)
        )
        for i, (count, kg_co2e) in enumerate(inputs):
            flow = Material(id=f"i{i}", amount=Quantity(count, "piece"), factor_id=f"i{i}")
            case = case.with_flow("materials", flow, a_factor(f"i{i}", kg_co2e, unit="piece"))
        return case.result.excluding

    e1, f1 = tier(10), tier(5)
    c1, d1 = tier(20, (3, e1)), tier(10, (1, f1))
    b1 = tier(15, (2, c1), (1, d1))
    assert (c1, d1, b1) == (pytest.approx(50), pytest.approx(15), pytest.approx(130))
    assert tier(25, (1, b1)) == pytest.approx(155)


amounts = st.floats(0.001, 1e5)
lines = st.lists(st.tuples(amounts, st.floats(0.001, 500)), min_size=1, max_size=8)


def case_of(rows):
    case = Case()
    for i, (amount, value) in enumerate(rows):
        flow = Material(id=f"m{i}", amount=kg(amount), factor_id=f"f{i}", origin=Origin.MEASURED)
        factor = a_factor(f"f{i}", value, primary_share=(i % 3) / 2, biogenic_non_co2=value / 7)
        case = case.with_flow("materials", flow, factor)
    return case


@given(lines, st.floats(0.01, 1000))
def test_scaling_the_declared_unit_scales_everything(rows, k):
    case = case_of(rows)
    one = case.result
    many = case.having(declared_unit=DeclaredUnit(amount=k, unit="piece")).result
    assert many.excluding == pytest.approx(one.excluding * k, rel=1e-9)
    assert many.primary_data_share_excluding == pytest.approx(one.primary_data_share_excluding)


@given(lines, st.floats(0.01, 0.99))
def test_splitting_a_line_changes_nothing(rows, part):
    (amount, value), *rest = rows
    whole, split = case_of(rows).result, case_of([(amount, value), *rest])
    first = replace(split.study.materials[0], amount=kg(amount * part))
    second = replace(first, id="rest", amount=kg(amount * (1 - part)))
    parted = split.having(materials=(first, second, *split.study.materials[1:])).result
    assert parted.excluding == pytest.approx(whole.excluding, rel=1e-9)
    assert parted.primary_data_share_excluding == pytest.approx(
        whole.primary_data_share_excluding, rel=1e-9, abs=1e-9
    )
    assert parted.ratings_excluding.geography == pytest.approx(whole.ratings_excluding.geography)


@given(lines)
def test_order_of_lines_changes_nothing(rows):
    case = case_of(rows)
    turned = case.having(materials=tuple(reversed(case.study.materials)))
    assert turned.result.excluding == case.result.excluding


@given(lines)
def test_stages_and_buckets_and_flows_sum_to_the_total(rows):
    result = case_of(rows).result
    by_stage = sum(b.excluding_uptake for b in result.stages.values())
    by_flow = sum(line.kg_co2e for line in result.flows)
    assert by_stage == pytest.approx(result.excluding, rel=1e-9)
    assert by_flow == pytest.approx(result.excluding, rel=1e-9)
    assert sum(result.buckets) == pytest.approx(result.excluding, rel=1e-9)


@given(lines)
def test_a_line_of_zero_changes_nothing(rows):
    case = case_of(rows)
    more = case.with_flow("materials", Material(id="zero", amount=kg(0), factor_id="f0"))
    assert more.result.excluding == case.result.excluding
    assert more.result.primary_data_share_excluding == case.result.primary_data_share_excluding


def test_a_number_too_large_is_a_reason_not_infinity():
    case = Case().with_flow("materials", steel(1e308), a_factor("steel", 1e308))
    assert case.result.flows[0].reason is NotCounted.NOT_A_NUMBER
    assert case.result.excluding == 0
