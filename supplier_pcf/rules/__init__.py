"""Versioned rule sets as data: the base standard, and what customers put on top of it."""

from __future__ import annotations

from supplier_pcf.rules.catalogue import RULE_SETS, rule_set
from supplier_pcf.rules.rule_set import (
    TOPICS,
    AgeFrom,
    ElectricityFallback,
    Exclusions,
    LeadValue,
    QualityOf,
    QualityScale,
    Reach,
    Recycling,
    ReportOrder,
    RuleSet,
    Topic,
)

__all__ = [
    "RULE_SETS",
    "TOPICS",
    "AgeFrom",
    "ElectricityFallback",
    "Exclusions",
    "LeadValue",
    "QualityOf",
    "QualityScale",
    "Reach",
    "Recycling",
    "ReportOrder",
    "RuleSet",
    "Topic",
    "rule_set",
]
