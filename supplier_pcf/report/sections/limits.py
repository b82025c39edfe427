"""What the figure does not say: findings, uncertainty, rounding, standing, and who signed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportlab.platypus import Flowable

from supplier_pcf.domain.finding import Severity
from supplier_pcf.domain.record import Signature
from supplier_pcf.domain.scenario_edits import outside_scenarios
from supplier_pcf.engine.spread import spread_of
from supplier_pcf.engine.uncertainty import uncertainties
from supplier_pcf.report.context import Report, Room
from supplier_pcf.report.drawing import Role
from supplier_pcf.report.layout import (
    BODY,
    LABEL,
    STRONG,
    Gap,
    Grid,
    Panel,
    Stack,
    Style,
    Words,
    titled,
)
from supplier_pcf.words import sentence, statement

_ALARM = Style(role=Role.ERROR, bold=True)


def limitations(report: Report, room: Room) -> Flowable:
    """The author's own words, every warning as a sentence, and how many notes there are."""
    _ = report.translate
    body: list[Flowable] = []
    own = report.study.scope.limitations.strip()
    if own:
        body.append(Words(own, BODY, max_lines=room.text_lines))
    errors, warnings, notes = (_of(report, severity) for severity in Severity)
    if errors:
        text = _("Open errors: {count}. This summary must not be passed on.")
        body.append(Words(text.format(count=len(errors)), _ALARM))
    body += [Words(text, BODY, bullet=True, max_lines=3) for text in warnings[: room.findings]]
    more = len(warnings) - room.findings
    if more > 0:
        body.append(Words(_("and {count} more").format(count=more), BODY, bullet=True))
    if notes:
        text = _("Notes without effect on the result: {count}.")
        body.append(Words(text.format(count=len(notes)), BODY))
    return titled(_("Limitations"), body or [Words(_("No warnings are open."), BODY)])


def _of(report: Report, severity: Severity) -> list[str]:
    """The sentences of this severity, each once."""
    found = (f for f in outside_scenarios(report.findings) if f.severity is severity)
    sentences = (statement(f.code, {"where": f.where, **f.params}, report.translate) for f in found)
    return list(dict.fromkeys(sentences))


def standing(report: Report) -> Flowable:
    """How this figure may and may not be read."""
    _ = report.translate
    body = [Words(text, BODY) for text in _readings(report)]
    first = Words(_verification(report), STRONG)
    return Panel(titled(_("How to read this figure"), [first, *body]), padding=10)


def _readings(report: Report) -> Iterator[str]:
    _ = report.translate
    yield _(
        "It speaks of climate change alone; other effects on the environment are not looked at. "
        "It follows from a model with its method, data and assumptions, and is not made to be "
        "compared with figures of other products."
    )
    yield _uncertainty(report)
    yield _(
        "Figures in kg are rounded one by one to three significant digits and may not add up; "
        "percentages are rounded so that they add up to 100. Calculation was not rounded."
    )
    yield _(
        "Names of standards and rule sets say which rules were applied; their publishers "
        "have not checked or endorsed this document."
    )


def _uncertainty(report: Report) -> str:
    """The range in which the figure lies, and which factor or amount has the largest part in it (ISO 14067 clause 6.6)."""
    found = uncertainties(report.study, report.result, report.factors)
    spread = spread_of(found.parts)
    if spread is None or not spread.shares:
        return report.translate("Uncertainty was not calculated.")
    key = next(iter(spread.shares))
    cause, share = found.causes[key], spread.shares[key]
    factor = report.factor_by_id(cause.factor_id)
    names = {flow.id: flow.name for flow in report.study.flows()}
    name = report.factor_title(factor) if factor else names.get(cause.flow_ids[0], "")
    code = "uncertainty.by_factor" if factor else "uncertainty.by_amount"
    ranged = {"low": spread.low, "high": spread.high, "percent": round(spread.plus_minus_percent)}
    first = sentence("uncertainty.range", ranged, report.translate)
    second = sentence(code, {"name": name, "percent": round(100 * share)}, report.translate)
    return f"{first} {second}"


def signatures(report: Report, width: float) -> Flowable:
    """Who prepared, checked and approved, on which day."""
    _ = report.translate
    study = report.study
    people = (
        (_("Prepared by"), study.prepared),
        (_("Checked by"), study.checked),
        (_("Approved by"), study.approved),
    )
    column = (width - 2 * 16) / 3
    cells = [_signature(title, person) for title, person in people]
    return Grid([cells], [column] * 3, gutter=16)


def _signature(title: str, person: Signature) -> Flowable:
    lines: Sequence[Flowable] = [
        Words(title, LABEL, max_lines=1),
        Words(person.name or " ", STRONG, max_lines=1),
        Words(person.day or " ", LABEL, max_lines=1),
    ]
    return Stack([*lines, Gap(1)])


def _verification(report: Report) -> str:
    """What is said of verification; a statement is told as its holder tells it, this paper is none."""
    _, held = report.translate, report.study.assurance
    if not report.states_verification:
        return _("Not verified: no independent third party has checked this figure.")
    return _("The maker states a verification: {held}. This document is not the statement.").format(
        held=_(", ").join(filter(None, (held.provider, held.standard, held.statement, held.day)))
    )
