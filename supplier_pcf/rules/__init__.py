"""Versioned rule sets as data: the base standard, and what customers put on top of it."""

from __future__ import annotations

from supplier_pcf.rules.catalogue import RULE_SETS, rule_set
from supplier_pcf.rules.rule_set import (
    AgeFrom,
    ElectricityFallback,
    LeadValue,
    QualityOf,
    RuleSet,
)

__all__ = [
    "RULE_SETS",
    "AgeFrom",
    "ElectricityFallback",
    "LeadValue",
    "QualityOf",
    "RuleSet",
    "rule_set",
]
