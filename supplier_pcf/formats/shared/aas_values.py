"""Values as the submodel Carbon Footprint writes them, from an issue."""

from __future__ import annotations

from supplier_pcf.domain.units import UNITS, dimension_of, ratio
from supplier_pcf.formats.shared import aas
from supplier_pcf.formats.shared.issue import Issue
from supplier_pcf.rules import RuleSet

_KEEPERS = {"ISO": "ISO", "PACT": "WBCSD (PACT)", "GB/T": "SAC"}
"""Who keeps a set of rules that belongs to no sector, by the beginning of its title."""


def declared_in(issue: Issue) -> tuple[float, str]:
    """The declared amount and the unit of the template's list; no unit where the list has none like it."""
    declared = issue.study.declared_unit
    if declared.unit in aas.UNITS:
        return declared.amount, declared.unit
    same = (u for u in aas.UNITS if UNITS[u].dimension is dimension_of(declared.unit))
    base = next(same, "")
    return (declared.amount * ratio(declared.unit, base), base) if base else (declared.amount, "")


def method_ids(issue: Issue) -> list[str]:
    """The value ids of the standards the rule set stands on, as far as the list has them."""
    names = issue.rules.cross_sectoral_standards
    return [aas.METHODS[name][0] for name in names if name in aas.METHODS]


def rule_keeper(rules: RuleSet) -> str:
    """Who keeps the rules."""
    found = (keeper for start, keeper in _KEEPERS.items() if rules.title.startswith(start))
    return rules.operator or next(found, rules.title)
