"""The change log of a study: what was done between two savings, by whom and when (ISO 14067 clause 6.3.2)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime

from supplier_pcf.domain.record import Change
from supplier_pcf.domain.study import Study


def logged(study: Study, before: Study, labels: Iterable[str], now: datetime) -> Study:
    """The study as it is written: the log of the file before it, and one line for each kind of edit since.

    `labels` are the names of the edits, as undo says them; the same one is counted.
    """
    when = now.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    who = study.prepared.name
    new = (
        Change(when=when, who=who, what=label if count == 1 else f"{label} ({count})")
        for label, count in Counter(label.replace("&", "") for label in labels).items()
    )
    changes = (*before.changes, *new)
    return study if changes == study.changes else replace(study, changes=changes)
