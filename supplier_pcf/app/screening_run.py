"""The screening run of a study under its own rule set."""

from __future__ import annotations

from datetime import date

from supplier_pcf.domain.study import Study
from supplier_pcf.engine.screening import ScreenedRow, Screening, screen
from supplier_pcf.factors.library import FactorLibrary
from supplier_pcf.rules import RULE_SETS, rule_set

__all__ = ["ScreenedRow", "Screening", "cut_off_asked", "screening_run"]


def screening_run(study: Study, library: FactorLibrary, as_of: date) -> Screening:
    """The study with nothing left out; an unknown rule set is read as the base standard."""
    return screen(study, library, rule_set(study.rule_set) or RULE_SETS[0], as_of)


def cut_off_asked(study: Study) -> tuple[str, float] | None:
    """The study's rules and the percent below which they want what is left out; nothing where they give none."""
    rules = rule_set(study.rule_set) or RULE_SETS[0]
    return None if rules.cut_off_percent is None else (rules.title, rules.cut_off_percent)
