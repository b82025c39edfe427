"""Rule sets: data with ids, versions and sources."""

import pytest

from supplier_pcf.rules import RULE_SETS, LeadValue, rule_set


def test_ids_are_unique_and_found():
    assert len({r.id for r in RULE_SETS}) == len(RULE_SETS)
    assert all(rule_set(r.id) is r for r in RULE_SETS)
    assert rule_set("house-rules") is None


@pytest.mark.parametrize("rules", RULE_SETS, ids=lambda r: r.id)
def test_every_rule_set_names_its_source_and_standard(rules):
    assert rules.source
    assert rules.version.split(".")[0] in rules.title
    assert rules.cross_sectoral_standards


def test_the_car_makers_rules_leave_out_less_than_three_percent():
    """Catena-X rulebook v4, 4.3; PACT alignment: 3 % of the total, and it blocks."""
    for name in ("catena-x-4.0", "pact-3.0"):
        assert (rule_set(name).cut_off_percent, rule_set(name).cut_off_blocks) == (3.0, True)
    assert rule_set("iso-14067-2018").cut_off_percent is None


def test_the_leading_value_differs():
    """Catena-X v4 leads with the uptake inside (its T1), PACT 3 without."""
    assert rule_set("catena-x-4.0").lead is LeadValue.INCLUDING_UPTAKE
    assert rule_set("pact-3.0").lead is LeadValue.EXCLUDING_UPTAKE
