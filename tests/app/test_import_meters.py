"""Bills beside the meters of a study: months there, missing and twice; whose bills they are."""

from calendar import monthrange
from datetime import date

import pytest

from supplier_pcf.app.import_meters import (
    MonthState,
    merged_meters,
    month_strips,
    months_of_table,
    usual_target,
)
from supplier_pcf.domain.energy import Carrier
from supplier_pcf.domain.site import Meter, MeterPart, MeterPartKind, Reading
from supplier_pcf.importers.energy import energy_in
from supplier_pcf.importers.options import AS_IT_SAYS
from supplier_pcf.importers.table import Table


def month(number, amount, year=2025):
    last = monthrange(year, number)[1]
    return Reading(start=date(year, number, 1), end=date(year, number, last), amount=amount)


def meter(own_id, name="Main", months=range(1, 13), amount=10.0, **more):
    readings = tuple(month(number, amount) for number in months)
    return Meter(id=own_id, name=name, readings=readings, **more)


def bills(months):
    rows = [["Month", "Electricity (kWh)"], *([f"2025-{m:02d}", 100 + m] for m in months)]
    return energy_in([Table(file="b.csv", rows=rows)], AS_IT_SAYS)


def test_the_strip_says_which_months_are_there_missing_and_twice():
    (strip,) = month_strips(bills([1, 2, 3, 3, 5, 6, 7, 8, 9, 10, 11, 12]))
    states = [cell.state for cell in strip.cells]
    assert states[2] is MonthState.TWICE
    assert states[3] is MonthState.MISSING
    assert states.count(MonthState.THERE) == 10
    assert [cell.amount for cell in strip.cells[:4]] == [101, 102, 103, None]


def test_a_table_of_one_year_shows_the_whole_year():
    assert months_of_table(bills([3, 4, 5])) == tuple((2025, m) for m in range(1, 13))


def test_a_table_over_two_years_shows_what_it_spans():
    rows = [["Month", "Electricity (kWh)"], ["2024-11", 1], ["2024-12", 2], ["2025-02", 3]]
    table = energy_in([Table(file="b.csv", rows=rows)], AS_IT_SAYS)
    assert months_of_table(table) == ((2024, 11), (2024, 12), (2025, 1), (2025, 2))


def test_the_second_half_of_the_year_joins_the_first():
    first, second = meter("m", months=range(1, 7)), meter("meter-electricity", months=range(7, 13))
    (merged,) = merged_meters([first], [second])
    assert merged.id == "m"
    assert [r.start.month for r in merged.readings] == list(range(1, 13))


def test_a_corrected_month_takes_the_place_of_the_old_one():
    (merged,) = merged_meters([meter("m")], [meter("x", months=[3], amount=99.0)])
    assert [r.amount for r in merged.readings[:4]] == [10, 10, 99, 10]
    assert len(merged.readings) == 12


def test_what_the_user_said_of_a_meter_stays():
    part = MeterPart(kind=MeterPartKind.OFFICES, belongs=False, amount=5)
    known = meter("m", site_id="nb", parts=(part,), evidence=("bill.pdf",))
    (merged,) = merged_meters([known], [meter("x", amount=20.0)])
    assert (merged.site_id, merged.parts, merged.evidence) == ("nb", (part,), ("bill.pdf",))


def test_bills_in_another_unit_become_the_meter_s():
    (merged,) = merged_meters([meter("m")], [meter("x", months=[1], amount=2.0, unit="MWh")])
    assert merged.unit == "kWh"
    assert merged.readings[0].amount == pytest.approx(2000)


def test_another_meter_of_the_same_days_never_overwrites_one():
    known = meter("meter-electricity", name="Hall 1")
    (merged,) = merged_meters([known], [meter("meter-electricity", name="Hall 2", amount=7.0)])
    assert merged.id == "meter-electricity-2"


def test_a_renamed_meter_is_known_by_its_readings():
    known = meter("m", name="My main meter")
    assert usual_target([known], meter("x", name="Electricity")) == "m"


def test_the_user_says_where_bills_go():
    known = meter("m", name="Hall 1")
    read = meter("x", name="Hall 2", amount=7.0)
    assert merged_meters([known], [read], {"x": "m"})[0].id == "m"
    assert merged_meters([known], [read], {"x": ""})[0].id == "x"


def test_gas_never_goes_to_a_meter_of_power():
    read = meter("x", carrier=Carrier.NATURAL_GAS, unit="m3")
    assert merged_meters([meter("m")], [read], {"x": "m"})[0].id == "x"


def test_the_same_figures_in_another_unit_are_not_the_same_readings():
    read = meter("x", name="Hall 2", unit="MWh")
    assert usual_target([meter("m")], read) == ""
