"""How much of a result documents prove, what to attach next, and both in words."""

from __future__ import annotations

from collections.abc import Mapping

from supplier_pcf.app.calculation import Calculated
from supplier_pcf.app.lost_files import problem_of
from supplier_pcf.domain.assurance import AssuranceLevel
from supplier_pcf.engine.coverage import MARKS, Coverage, CoveredLine
from supplier_pcf.engine.coverage import coverage as _coverage
from supplier_pcf.engine.result import Result
from supplier_pcf.project.attachments import Attachment

__all__ = ["MARKS", "Coverage", "CoveredLine", "coverage_of", "next_mark", "said"]

Said = tuple[str, dict[str, str | int | float]]
"""The code of a sentence and its values."""

_KNOWN: list[tuple[Result, frozenset[str], Coverage]] = []


def coverage_of(done: Calculated, attachments: Mapping[str, Attachment]) -> Coverage:
    """The coverage of a result, worked out once; a document whose file is gone proves nothing."""
    lost = frozenset(e.id for e in done.study.evidence if problem_of(e, attachments))
    known = _KNOWN[0] if _KNOWN else None
    if known is not None and known[0] is done.result and known[1] == lost:
        return known[2]
    made = _coverage(done.study, done.result, done.examined.factor, lost)
    _KNOWN[:] = [(done.result, lost, made)]
    return made


def next_mark(found: Coverage) -> AssuranceLevel | None:
    """The next mark that is not reached; None beyond the last."""
    return next((level for level in MARKS if not found.reaches(level)), None)


def said(found: Coverage) -> tuple[Said, ...]:
    """How much is proven, and the one document that brings most."""
    percent = found.percent
    if percent is None:
        return (("coverage.none", {}),)
    mark = next_mark(found)
    first: Said = ("coverage.percent", {"percent": whole(percent)})
    if mark is None:
        return first, ("coverage.enough", {})
    steps = found.to_reach(mark)
    line, reached = steps[0]
    then: Said = (lack_of(line), {"name": line.name, "percent": whole(reached)})
    more: Said = (
        "coverage.lines_to_mark",
        {"count": len(steps), "mark": whole(MARKS[mark])},
    )
    return (first, then, more) if len(steps) > 1 else (first, then)


def lack_of(line: CoveredLine) -> str:
    """The code of what a line lacks: a document of its kind, the source of its factor, or both."""
    if line.has_amount:
        return "coverage.source"
    return f"coverage.{line.kind}" if line.has_source else "coverage.both"


def whole(percent: float) -> int:
    """Percent without decimals, rounded down: 79.9 is not yet 80."""
    return int(percent + 1e-9)
