"""What could be made otherwise: named sets of changes to a study, kept with it and never part of its result."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Lever(StrEnum):
    """What a change moves."""

    FACTOR = "factor"
    """Another factor on a flow: green power, another supplier, another alloy."""
    RECYCLED_SHARE = "recycled_share"
    """The recycled share of a material, 0 to 1; with `factor_id` the factor of that part."""
    AMOUNT = "amount"
    """The amount of a flow, times `number`."""
    LOSS = "loss"
    """What goes in beyond the net mass of a material, times `number`: 0.5 halves the scrap."""
    REJECTS = "rejects"
    """The reject share of a process step, times `number`."""
    POWER = "power"
    """The share of a supply of power, 0 to 1, that is bought with the factor `factor_id`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScenarioChange:
    """One lever moved: on which flow or process step, how far, with which factor."""

    lever: Lever
    where: str
    """Path as in findings: `materials/<id>`, `energy_uses/<id>`, `process_steps/<id>`."""
    number: float | None = None
    factor_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """A set of changes with a name, and what would prove that they were made."""

    id: str
    name: str = ""
    changes: tuple[ScenarioChange, ...] = ()
    proof: str = ""
    note: str = ""
    in_report: bool = False
    """Whether the PDF report tells of it; a scenario stays in the house unless this is said."""
