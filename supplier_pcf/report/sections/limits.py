"""What the figure does not say: findings, uncertainty, rounding, standing, and who signed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportlab.platypus import Flowable

from supplier_pcf.domain.assurance import AssuranceLevel
from supplier_pcf.domain.finding import Severity
from supplier_pcf.domain.record import Signature
from supplier_pcf.domain.scenario_edits import outside_scenarios
from supplier_pcf.engine.coverage import coverage
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
from supplier_pcf.report.sureness import range_said
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
    if report.study.evidence:
        yield _evidence(report)
    yield _(
        "Figures in kg are rounded one by one to three significant digits and may not add up; "
        "percentages are rounded so that they add up to 100. Calculation was not rounded."
    )
    yield _(
        "Names of standards and rule sets say which rules were applied; their publishers "
        "have not checked or endorsed this document."
    )


def _uncertainty(report: Report) -> str:
    """The range in which the figure lies (ISO 14067 clause 6.6); what it comes from is on the page after this one."""
    sure = report.sureness
    if sure is None:
        return report.translate("Uncertainty was not calculated.")
    ranged, *_others = range_said(report.result, sure.spread, sure.causes[0], report.language)
    return sentence(*ranged, report.translate)


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
    until = _("valid until {day}").format(day=held.valid_until) if held.valid_until else ""
    level = _("in depth") if held.level is AssuranceLevel.IN_DEPTH else _("regular")
    facts = (held.provider, held.standard, level, held.statement, held.day, until)
    return _("The maker states a verification: {held}. This document is not the statement.").format(
        held=_(", ").join(filter(None, facts))
    )


def _evidence(report: Report) -> str:
    """How much of the footprint documents prove; their names stay in the house."""
    found = coverage(report.study, report.result, report.factor_by_id)
    if found.percent is None:
        return sentence("coverage.none", {}, report.translate)
    return sentence("coverage.percent", {"percent": int(found.percent)}, report.translate)
