"""Why a row is primary data or not, in words with the row's own numbers; for the window and the report."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from supplier_pcf.domain.factor import EmissionFactor
from supplier_pcf.domain.flows import Flow, Stage
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
        named = {"zh_CN": factor.name_zh, "de": factor.name_de}.get(self.language)
        return named or factor.name or factor.id


def _amount(line: FlowResult, speech: Speech) -> str:
    value = significant(line.amount, speech.language)
    return f"{value} {unit_title(line.unit, speech.translate)}"


def inside(lines: Iterator[tuple[Flow, FlowResult]]) -> Iterator[tuple[Flow, FlowResult]]:
    """The rows that shares and ratings are about: counted, and not transport to the customer."""
    return (
        (flow, line)
        for flow, line in lines
        if line.counted and line.stage is not Stage.OUTBOUND_TRANSPORT
    )
