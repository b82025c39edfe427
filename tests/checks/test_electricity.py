"""Power without a proven contract, as each rule set asks for it."""

import pytest

from supplier_pcf.checks.electricity import power_without_contract_follows_the_rules
from supplier_pcf.domain.energy import Carrier, ElectricitySource, EnergyUse, InstrumentProof
from supplier_pcf.domain.factor import Boundary
from supplier_pcf.domain.finding import Severity
from supplier_pcf.domain.units import Quantity
from supplier_pcf.rules import rule_set
from tests.build import CATENA_X, Case, a_factor

PROVEN = InstrumentProof(
    carries_attributes=True, unique_claim=True, cancelled_for_us=True, close_in_time=True,
    same_market=True,
)  # fmt: skip


def power(subcategory="grid mix, location-based", **facts):
    grid = a_factor(
        "grid", 0.6, unit="kWh", boundary=Boundary.DELIVERED_LIFE_CYCLE, subcategory=subcategory
    )
    told = {"id": "e", "amount": Quantity(1, "kWh"), "factor_id": "grid", **facts}
    return Case().with_flow("energy_uses", EnergyUse(**told), grid)


def found(case):
    return list(power_without_contract_follows_the_rules(case.examined))


@pytest.mark.parametrize(
    ("name", "code", "severity"),
    [
        ("catena-x-4.0", "electricity.no_fossil_fallback", Severity.WARNING),
        ("pact-3.0", "electricity.no_market_fallback", Severity.NOTE),
    ],
)
def test_an_average_mix_is_pointed_out_where_the_rules_ask_for_another(name, code, severity):
    """Catena-X v4, 5.2.6.2: residual mix, else fossil mix; PACT v3: market-based."""
    finding = found(power().under(rule_set(name)))[0]
    assert (finding.code, finding.severity) == (code, severity)
    assert finding.where == "energy_uses/e/factor"
    assert finding.clause


@pytest.mark.parametrize("name", ["iso-14067-2018", "gb-t-24067-2024", "pact-2.0"])
def test_the_base_standard_takes_the_consumption_mix(name):
    """ISO 14067, 6.4.9.4.4."""
    assert found(power().under(rule_set(name))) == []


@pytest.mark.parametrize(
    "case",
    [
        power(subcategory="residual mix", source=ElectricitySource.RESIDUAL),
        power(source=ElectricitySource.CERTIFICATES, proof=PROVEN),
        power(subcategory="by technology"),
        power(carrier=Carrier.HEAT),
    ],
    ids=["residual mix", "proven contract", "coal power", "heat"],
)
def test_what_the_rules_ask_for_is_not_pointed_out(case):
    assert found(case.under(CATENA_X)) == []


def test_four_of_five_criteria_prove_nothing():
    almost = InstrumentProof(
        carries_attributes=True, unique_claim=True, cancelled_for_us=True, close_in_time=True
    )
    case = power(source=ElectricitySource.GREEN_TARIFF, proof=almost)
    assert len(found(case.under(CATENA_X))) == 1
