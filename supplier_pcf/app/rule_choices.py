"""The rule sets to choose from, by id and title."""

from __future__ import annotations

from supplier_pcf.rules import RULE_SETS


def rule_choices() -> tuple[tuple[str, str], ...]:
    """Every rule set as (id, title), the base standard first."""
    return tuple((rules.id, rules.title) for rules in RULE_SETS)
