"""Ids: a flow has one of its own, and no two records that are looked up share one."""

from __future__ import annotations

from collections import Counter

from supplier_pcf.domain.study import FLOW_KINDS, Study

_GROUPS = (FLOW_KINDS, ("sites",), ("meters",), ("process_steps",), ("evidence",), ("requests",))
"""Kinds of records that share one set of ids."""
_SHOWN = 40

Problem = tuple[str, dict[str, str]]


def id_problem(study: Study) -> Problem | None:
    """What is wrong with the ids of a study, as the end of a code and its values; None: nothing."""
    return _flow_without_id(study) or _shared_id(study)


def _flow_without_id(study: Study) -> Problem | None:
    for kind in FLOW_KINDS:
        for number, flow in enumerate(getattr(study, kind), start=1):
            if not flow.id:
                return "no_id", {"path": f"{kind}/#{number}"}
    return None


def _shared_id(study: Study) -> Problem | None:
    for group in _GROUPS:
        rows = [(kind, row.id) for kind in group for row in getattr(study, kind)]
        counts = Counter(name for _, name in rows)
        if len(counts) < len(rows):
            shared = next(name for name, count in counts.items() if count > 1)
            first, second, *_ = [f"{kind}/{name[:_SHOWN]}" for kind, name in rows if name == shared]
            return "same_id", {"id": shared[:_SHOWN], "path": first, "other": second}
    return None
