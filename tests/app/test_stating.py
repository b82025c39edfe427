"""The heating value of a bill: read, put on its row, refused in one sentence."""

import pytest

from supplier_pcf.app.stating import state_ratio, stated_ratio
from supplier_pcf.domain.energy import EnergyUse
from supplier_pcf.domain.finding import Refusal
from supplier_pcf.domain.fuels import StatedRatio
from tests.build import a_study


@pytest.mark.parametrize(
    ("text", "value", "of", "per"),
    [
        ("11.2 kWh gross / m3", 11.2, "kWh gross", "m3"),
        ("10,1 kWh Hi/Nm³", 10.1, "kWh net", "Nm3"),
        ("0.9024 kWh Hi / kWh Hs", 0.9024, "kWh net", "kWh gross"),
        ("0.84 kg/l", 0.84, "kg", "l"),
        ("38.931 MJ net/立方米", 38.931, "MJ net", "m3"),
    ],
)
def test_a_ratio_is_read_as_bills_write_it(text, value, of, per):
    expected = StatedRatio(value=value, of=of, per=per, source="bill")
    assert stated_ratio(text, "bill") == expected


@pytest.mark.parametrize("text", ["", "11.2", "11.2 kWh", "0 kWh/m3", "1 kWh/piece", "a kWh/m3"])
def test_what_is_no_ratio_is_refused(text):
    with pytest.raises(Refusal, match=r"heating_value\.unreadable"):
        stated_ratio(text, "bill")


def test_a_later_value_of_the_same_kinds_takes_the_place_of_the_first():
    study = a_study(energy_uses=(EnergyUse(id="gas"),))
    first, later = stated_ratio("11.2 kWh Hs/m3", "2024"), stated_ratio("11.4 kWh Hs/m3", "2025")
    density = stated_ratio("0.8 kg/m3", "sheet")
    for ratio in (first, density, later):
        study = state_ratio(study, "gas", ratio)
    assert study.energy_uses[0].conversions == (density, later)


def test_a_row_that_is_not_there_is_refused_with_those_that_are():
    study = a_study(energy_uses=(EnergyUse(id="gas"),))
    with pytest.raises(Refusal) as refused:
        state_ratio(study, "oil", StatedRatio(value=1, of="kg", per="l"))
    assert refused.value.params == {"row": "oil", "rows": "gas"}
