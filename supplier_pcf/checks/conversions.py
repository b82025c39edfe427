"""Does a fuel come into its factor's unit by values that are stated and can be? STANDARDS D.4."""

from __future__ import annotations

from collections.abc import Iterator

from supplier_pcf.checks.examined import Examined, named, place
from supplier_pcf.domain.energy import DirectEmission, EnergyUse
from supplier_pcf.domain.finding import Finding, Param, Severity
from supplier_pcf.domain.fuels import StatedRatio, may_be_converted
from supplier_pcf.engine.result import FlowResult, NotCounted

_CLAUSE = "ISO 14067:2018, 6.3.5"


def stated_conversions_are_sound(examined: Examined) -> Iterator[Finding]:
    """A stated heating value or density is a positive ratio of two kinds of units, with its source."""
    for use in examined.study.energy_uses:
        where = place("energy_uses", use, "conversions")
        for stated in use.conversions:
            about: dict[str, Param] = {"name": named(use), "ratio": _told(stated)}
            share = stated.net_share
            code, severity = "", Severity.ERROR
            if not stated.is_sound:
                code = "energy.conversion_unusable"
            elif share is not None and share > 1:
                code = "energy.net_above_gross"
            elif not stated.source:
                code, severity = "energy.conversion_no_source", Severity.WARNING
            if code:
                yield Finding(code=code, severity=severity, where=where, params=about)


def published_values_are_named(examined: Examined) -> Iterator[Finding]:
    """A fuel converted by a published value says so: the value of the bill would be better."""
    for flow, line in examined.lines():
        for step in () if line.conversion is None else line.conversion.steps:
            if step.by.id:
                yield Finding(
                    code="energy.published_value",
                    severity=Severity.NOTE,
                    where=place(line.kind, flow, "conversions"),
                    clause=_CLAUSE,
                    params={
                        "name": named(flow),
                        "ratio": _told(step.by),
                        "source": step.by.source,
                    },
                )


def lacks_a_conversion(use: object, line: FlowResult, factor_unit: str) -> bool:
    """Whether this row of energy waits for a heating value or a density of its fuel."""
    return (
        isinstance(use, EnergyUse)
        and line.reason is NotCounted.UNIT_MISMATCH
        and may_be_converted(line.unit, factor_unit)
    )


def lacks_a_reaction(emission: object, line: FlowResult) -> bool:
    """Whether a substance that reacts to CO2 does not say how, or meets no factor of CO2."""
    return (
        isinstance(emission, DirectEmission)
        and emission.reaction is not None
        and line.reason is NotCounted.UNIT_MISMATCH
    )


def _told(stated: StatedRatio) -> str:
    value = "?" if stated.value is None else f"{stated.value:.6g}"
    return f"{value} {stated.of or '?'} / {stated.per or '?'}"
