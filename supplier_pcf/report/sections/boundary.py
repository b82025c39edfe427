"""What is inside the footprint, what is not, and how much was left out on purpose."""

from __future__ import annotations

from collections.abc import Iterator

from reportlab.platypus import Flowable

from supplier_pcf.domain.flows import PCF_STAGES, Stage
from supplier_pcf.engine.result import FlowResult, NotCounted
from supplier_pcf.report.context import Report, Room
from supplier_pcf.report.labels import stage_title
from supplier_pcf.report.layout import BODY, Words, titled
from supplier_pcf.rules import Exclusions


def boundary(report: Report, room: Room) -> Flowable:
    """Included and excluded parts, the cut-off in percent, and every exclusion with its reason."""
    _ = report.translate
    body: list[Flowable] = [Words(text, BODY) for text in (*_included(report), *_excluded(report))]
    if report.study.scope.boundary_text.strip():
        body.append(Words(report.study.scope.boundary_text, BODY, max_lines=room.text_lines))
    body.append(Words(_cut_off(report), BODY))
    body += _exclusions(report, room)
    return titled(_("System boundary"), body)


def _included(report: Report) -> Iterator[str]:
    _ = report.translate
    if report.study.scope.is_prospective:
        yield _("Prospective: the figure speaks of planned production, not of what was measured.")
    yield _(
        "From cradle to gate: from raw material acquisition to the finished product at our gate."
    )
    used = {flow.stage for flow in report.result.flows if flow.counted}
    names = _(", ").join(stage_title(stage, _) for stage in PCF_STAGES if stage in used)
    if names:
        yield _("Included: {stages}.").format(stages=names)


def _excluded(report: Report) -> Iterator[str]:
    _ = report.translate
    scope = report.study.scope
    parts = [_("use stage"), _("end of life"), _("outbound transport (stated apart)")]
    if scope.infrastructure_excluded:
        parts.append(_capital_goods(report))
    if not scope.packaging_included:
        parts.append(_("packaging of the product"))
    parts += [*_never_included(report), _("indirect land use change")]
    yield _("Not included: {parts}.").format(parts=_(", ").join(parts))


def _capital_goods(report: Report) -> str:
    _ = report.translate
    if report.rules.power_plants_included:
        return _("capital goods except those of power generation")
    return _("capital goods")


def _never_included(report: Report) -> list[str]:
    """What the rule set keeps out of every footprint."""
    _ = report.translate
    if report.rules.exclusions is not Exclusions.LISTED:
        return [_("offices, commuting and travel")]
    return [
        _("commuting and travel"),
        _("research, administration and sales"),
        _("heat and light of offices"),
        _("canteen, security, maintenance services and general IT"),
        _("auxiliaries for the upkeep of machines"),
    ]


def _cut_off(report: Report) -> str:
    _ = report.translate
    share = report.digits_percent(report.result.exempted_percent)
    limit = report.rules.cut_off_percent
    if limit is None:
        return _(
            "Cut-off: flows left out on purpose are estimated at {share} of all; "
            "the rule set gives no number as a limit."
        ).format(share=share)
    return _(
        "Cut-off: flows left out on purpose are estimated at {share} of all; "
        "the rule set asks for less than {limit}."
    ).format(share=share, limit=report.percent(limit, 0))


def _exclusions(report: Report, room: Room) -> Iterator[Words]:
    _ = report.translate
    left_out = [
        f
        for f in report.result.flows
        if f.reason is NotCounted.EXCLUDED and f.stage is not Stage.OUTBOUND_TRANSPORT
    ]
    left_out.sort(key=lambda f: -abs(f.estimate))
    for line in left_out[: room.exclusions]:
        yield Words(_exclusion(report, line), BODY, bullet=True, max_lines=2)
    more = len(left_out) - room.exclusions
    if more > 0:
        yield Words(_("and {count} more").format(count=more), BODY, bullet=True)


def _exclusion(report: Report, line: FlowResult) -> str:
    _ = report.translate
    flow = report.flows_by_id().get(line.id)
    exclusion = flow.exclusion if flow else None
    reason = (exclusion.reason if exclusion else "") or _("No reason stated.")
    name = line.name or _("(no name)")
    if line.estimate == 0 and not (exclusion and exclusion.estimate == 0):
        return _("{name}: left out without an estimate. {reason}").format(name=name, reason=reason)
    return _("{name}: {kg} kg CO₂e left out. {reason}").format(
        name=name, kg=report.kg(line.estimate), reason=reason
    )
