"""Known answers: every bundled example computed anew and compared with the figure that somebody else found."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from supplier_pcf.app.calculation import calculated
from supplier_pcf.app.samples import Sample, all_samples, sample_study
from supplier_pcf.factors.library import bundled_library

CLOSE = 1e-9
"""Relative difference up to which two figures are the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """One example: the known figure and ours, kg CO2e per declared unit without uptake."""

    sample_id: str
    title: str
    is_published: bool
    """Whether the example was published by others; else its figure was found by another program."""
    known: float
    ours: float

    @property
    def difference(self) -> float:
        """Ours against the known one, relative."""
        return self.ours / self.known - 1 if self.known else self.ours

    @property
    def holds(self) -> bool:
        """Whether both are the same."""
        return abs(self.difference) <= CLOSE


def examples() -> tuple[Sample, ...]:
    """The samples that have a known answer."""
    return tuple(sample for sample in all_samples() if "known_answer" in sample.about)


def prove(sample: Sample, language: str, today: date) -> Proof:
    """Compute one example and compare."""
    result = calculated(sample_study(sample.id), bundled_library(), today).result
    return Proof(
        sample_id=sample.id,
        title=sample.title_in(language),
        is_published=sample.is_published,
        known=float(sample.about["known_answer"]),
        ours=result.excluding,
    )


def proofs(language: str, today: date) -> Iterator[Proof]:
    """One after the other, so that whoever watches can stop."""
    for sample in examples():
        yield prove(sample, language, today)
