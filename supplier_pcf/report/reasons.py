"""Why a row is primary data or not, in words with the row's own numbers; for the window and the report."""

from __future__ import annotations

from dataclasses import dataclass

from supplier_pcf.domain.factor import EmissionFactor
from supplier_pcf.domain.factor_names import name_in
from supplier_pcf.domain.flows import Flow
from supplier_pcf.domain.numbers import percent, significant
from supplier_pcf.engine.quality import explain_primary
from supplier_pcf.engine.result import FlowResult
from supplier_pcf.report.labels import Translate, unit_title
from supplier_pcf.rules import RuleSet
from supplier_pcf.words import sentence, statement


def primary_said(
    flow: Flow, line: FlowResult, factor: EmissionFactor, rules: RuleSet, speech: Speech
) -> str:
    """The sentence of one row: what was measured, what the factor is, and what follows."""
    found = explain_primary(flow, factor, rules)
    params = {
        "amount": _amount(line, speech),
        "factor": speech.factor_title(factor),
        "rules": rules.title,
        "percent": percent(100 * found.share, speech.language),
    }
    say = statement if speech.short else sentence
    return say(found.code, params, speech.translate)


@dataclass(frozen=True, slots=True)
class Speech:
    """In which language, and whether only what is so or also what to do."""

    translate: Translate
    language: str
    short: bool = False

    def factor_title(self, factor: EmissionFactor) -> str:
        """The factor's name in this language, else in English."""
        return name_in(factor, self.language)


def _amount(line: FlowResult, speech: Speech) -> str:
    value = significant(line.amount, speech.language)
    return f"{value} {unit_title(line.unit, speech.translate)}"


def reason_kind(flow: Flow, factor: EmissionFactor, rules: RuleSet, _: Translate) -> str:
    """The same in a few words, for sums over many rows."""
    found = explain_primary(flow, factor, rules)
    if found.share > 0:
        return _("primary, wholly or in part")
    if found.code.startswith("primary.amount"):
        return _("amount not measured")
    if found.code == "primary.received_without_share":
        return _("measured, supplier declares no primary share")
    return _("measured, factor is an average")
