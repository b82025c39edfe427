"""What a step still holds of another year, and the edit that confirms it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from supplier_pcf.app.session import Edit
from supplier_pcf.app.steps import STEPS, Step
from supplier_pcf.domain.carried import confirmed, period_name, yearly_places
from supplier_pcf.domain.study import Study


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """The values of one step that are not confirmed, and how many of a year it has."""

    year: str
    """What the forerunner's period is called."""
    places: tuple[str, ...]
    all: int

    @property
    def confirmed(self) -> int:
        """How many values are confirmed or new."""
        return self.all - len(self.places)


def carried(study: Study, step_id: str) -> Carried | None:
    """What a step still holds of another year; nothing where all is confirmed."""
    if not study.stale:
        return None
    step = next((step for step in STEPS if step.id == step_id), STEPS[0])
    places = tuple(place for place in study.stale if _is_of(step, place))
    if not places:
        return None
    whole = dict.fromkeys((*yearly_places(study), *places))
    return Carried(
        year=year_of_forerunner(study),
        places=places,
        all=sum(1 for place in whole if _is_of(step, place)),
    )


def year_of_forerunner(study: Study) -> str:
    """What the forerunner is called: by its period, else by its title."""
    last = study.forerunner
    if last is None:
        return ""
    return period_name(last.period_start, last.period_end) or last.title or last.study_id[:8]


def confirming(places: Iterable[str]) -> Edit:
    """The edit that lets these values hold for the new year too."""
    wanted = frozenset(places)
    return lambda study: confirmed(study, wanted)


def _is_of(step: Step, place: str) -> bool:
    begin = place.partition("/")[0]
    return begin in step.fields or begin in step.places
