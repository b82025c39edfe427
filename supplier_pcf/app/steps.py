"""The wizard's steps as data: their order, what each answers for, and how far it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from supplier_pcf.domain.finding import Finding, Severity
from supplier_pcf.domain.study import Study


class StepState(StrEnum):
    """How far a step is."""

    UNTOUCHED = "untouched"
    IN_WORK = "in_work"
    COMPLETE = "complete"
    PROBLEM = "problem"


@dataclass(frozen=True, slots=True)
class Step:
    """One page of the wizard: its id, the fields of the study it shows, the places it answers for."""

    id: str
    fields: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    """First parts of a finding's `where`; the fields of the study are among them by themselves."""

    def owns(self, first: str) -> bool:
        """Whether this is the page on which findings are cleared whose place begins like this."""
        return first in self.fields or first in self.places


STEPS: tuple[Step, ...] = (
    Step("start"),
    Step(
        "product",
        ("company", "sites", "product", "declared_unit", "period", "rule_set", "scope"),
    ),
    Step(
        "materials",
        (
            "materials",
            "process_steps",
            "co_products",
            "co_product_method",
            "co_product_reason",
            "co_product_steps",
        ),
        ("mass_balance",),
    ),
    Step("energy", ("meters", "energy_uses", "direct_emissions"), ("outputs",)),
    Step("outside", ("outside_processes", "packaging", "wastes")),
    Step("transport", ("transports",)),
    Step(
        "result",
        (),
        ("result", "assurance", "checklist", "evidence", "comments", "drills", "scenarios"),
    ),
    Step("deliver", ("releases", "prepared", "checked", "approved"), ("",)),
)


def step_of(finding: Finding) -> Step:
    """The step that clears a finding; the last one where no other does."""
    return _step_at(finding.where.partition("/")[0])


@cache
def _step_at(first: str) -> Step:
    """Findings are many, the beginnings of their places few."""
    return next((step for step in STEPS if step.owns(first)), STEPS[-1])


def finding_counts(step: Step, findings: Iterable[Finding]) -> Counter[Severity]:
    """How many findings of each severity a step has to clear."""
    return Counter(f.severity for f in findings if step_of(f) is step)


def state_of(step: Step, study: Study, findings: Iterable[Finding]) -> StepState:
    """How far a step is: a problem while errors stand, untouched while its fields are empty."""
    counts = finding_counts(step, findings)
    if not step.fields:
        return StepState.PROBLEM if counts[Severity.ERROR] else StepState.UNTOUCHED
    blank = Study()
    if all(getattr(study, name) == getattr(blank, name) for name in step.fields):
        return StepState.UNTOUCHED
    if counts[Severity.ERROR]:
        return StepState.PROBLEM
    return StepState.IN_WORK if counts[Severity.WARNING] else StepState.COMPLETE
