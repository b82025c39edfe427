"""English descriptions a format carries: boundary, allocation, what was left out, comments.

What the user wrote comes first; what follows from the study is added after it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from supplier_pcf.domain.flows import AllocationBasis, Flow, Stage
from supplier_pcf.engine.result import FlowResult, NotCounted
from supplier_pcf.formats.shared.issue import Issue

_STAGES = {
    Stage.MATERIALS: "Materials",
    Stage.INBOUND_TRANSPORT: "Inbound transport",
    Stage.PRODUCTION: "Production",
    Stage.PACKAGING: "Packaging",
    Stage.WASTE: "Waste treatment",
}
_BASES = {
    AllocationBasis.MASS: "mass",
    AllocationBasis.PIECES: "number of pieces",
    AllocationBasis.MACHINE_HOURS: "machine hours",
    AllocationBasis.VALUE: "sales value",
    AllocationBasis.SHARE: "an entered share",
}
_NAMED_AT_MOST = 12
_CUT_OFF = (
    "Waste and scrap: cut-off; the producer carries the treatment of waste, scrap leaves without "
    "burden or credit, recycled input carries its preparation only."
)


def boundary_text(issue: Issue) -> str:
    """The processes of every stage, the largest first."""
    return "\n".join(_filled(issue.study.scope.boundary_text, *_boundary(issue)))


def _boundary(issue: Issue) -> Iterator[str]:
    yield "System boundary: cradle to gate."
    steps = [step.name for step in issue.study.process_steps if step.name]
    for stage, title in _STAGES.items():
        lines = [line for line in issue.result.flows if line.counted and line.stage is stage]
        if lines:
            yield f"{title}: {_names(lines)}."
        if steps and stage is Stage.PRODUCTION:
            yield f"Process steps: {'; '.join(steps)}."
    if issue.study.scope.infrastructure_excluded:
        yield "Capital goods and infrastructure of the plant are not included."


def _names(lines: list[FlowResult]) -> str:
    largest = sorted(lines, key=lambda line: -line.buckets.absolute_excluding_uptake)
    names = list(dict.fromkeys(line.name or line.id for line in largest))
    more = len(names) - _NAMED_AT_MOST
    return "; ".join([*names[:_NAMED_AT_MOST], *([f"and {more} more"] if more > 0 else [])])


def allocation_text(issue: Issue) -> str:
    """How plant amounts, joint products and scrap were shared, and why."""
    return "\n".join(
        _filled(issue.study.scope.allocation_text, *_shared(issue), *_joint(issue), _CUT_OFF)
    )


def _shared(issue: Issue) -> Iterator[str]:
    shared = [f.allocation for f in issue.study.flows() if f.allocation is not None]
    bases = Counter(_BASES[a.basis] for a in shared if a.basis in _BASES)
    if bases:
        counted = "; ".join(f"by {basis} ({count})" for basis, count in bases.items())
        yield f"Amounts of the plant shared among its products, number of flows: {counted}."
    reasons = dict.fromkeys(a.reason.strip() for a in shared if a.reason.strip())
    if reasons:
        yield f"Reasons: {'; '.join(reasons)}."


def _joint(issue: Issue) -> Iterator[str]:
    share = issue.result.co_product_share
    if not issue.study.co_products:
        return
    percent = f"{100 * share.share:.4g}"
    yield f"Co-products: {share.method or 'physical'} allocation; the product carries {percent} %."
    if share.price_ratio is not None:
        yield f"Ratio of prices per kg: {share.price_ratio:.3g}."
    steps = issue.study.co_product_steps
    for title, text in (
        ("Sector rule", steps.sector_rule),
        ("Subdivision", steps.division),
        ("Substitution", steps.substitution),
    ):
        if text.strip():
            yield f"{title}: {text.strip().rstrip('.')}."
    if issue.study.co_product_reason.strip():
        yield f"Reason: {issue.study.co_product_reason.strip()}"


def exempted_text(issue: Issue) -> str:
    """What was left out and why; empty where nothing was."""
    left_out = [
        _left_out(flow)
        for flow, line in issue.lines()
        if line.reason is NotCounted.EXCLUDED and line.stage is not Stage.OUTBOUND_TRANSPORT
    ]
    return f"Left out: {'; '.join(left_out)}." if left_out else ""


def _left_out(flow: Flow) -> str:
    name = flow.name or flow.id
    if flow.exclusion is None:
        return f"{name} (packaging is outside the scope of this footprint)"
    reason = flow.exclusion.reason.strip().rstrip(".")
    return f"{name} ({reason})" if reason else name


def comment_text(issue: Issue) -> str:
    """The user's comment and limitations, and what a reader of the number must know."""
    scope = issue.study.scope
    limits = scope.limitations.strip()
    return "\n".join(
        _filled(
            scope.comment,
            f"Limitations: {limits}" if limits else "",
            "Prospective footprint: it rests on planned data." if scope.is_prospective else "",
            _gwp_text(issue),
        )
    )


def _gwp_text(issue: Issue) -> str:
    older = [name for name in issue.result.gwp_sets if name in ("AR4", "AR5")]
    stated = f"Some factors rest on GWP100 values of {' and '.join(older)}." if older else ""
    unknown = any(name in ("unknown", "mixed") for name in issue.result.gwp_sets)
    unstated = "Some sources do not state their GWP values." if unknown else ""
    return " ".join(_filled(stated, unstated))


def _filled(*texts: str) -> list[str]:
    return [text.strip() for text in texts if text.strip()]
