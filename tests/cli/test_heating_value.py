"""`heating-value`: what the bill states is on the row, and in the file."""

import json

import pytest

STUDY = {
    "energy_uses": [
        {
            "id": "gas",
            "name": "Gas",
            "carrier": "natural_gas",
            "amount": {"value": 2, "unit": "m3"},
            "factor_id": "desnz-2025:natural-gas-kwh-gross",
        }
    ]
}


@pytest.fixture
def gas(tmp_path):
    path = tmp_path / "gas.json"
    path.write_text(json.dumps(STUDY), encoding="utf-8")
    return path


def test_the_bill_is_counted_instead_of_the_table(run, gas):
    """2 m3 x 11.2 kWh gross/m3 = 22.4 kWh, where the table would give 22.592."""
    said = run("heating-value", gas, "gas", "11.2 kWh Hs/m3", "--source", "bill of May")
    assert (said.code, said.err) == (0, "")
    stated = json.loads(gas.read_text(encoding="utf-8"))["energy_uses"][0]["conversions"]
    assert stated == [{"value": 11.2, "of": "kWh gross", "per": "m3", "source": "bill of May"}]


def test_what_cannot_be_read_is_one_sentence(run, gas):
    said = run("heating-value", gas, "gas", "much", "--source", "bill")
    assert said.code != 0
    assert "“much”" in said.err


def test_an_unknown_row_is_one_sentence(run, gas):
    said = run("heating-value", gas, "oil", "0.84 kg/l", "--source", "sheet")
    assert said.code != 0
    assert "“oil”" in said.err and "gas" in said.err
