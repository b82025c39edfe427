"""What other choices and figures would make of a footprint, by name and in sentences, what changes most first."""

from __future__ import annotations

from dataclasses import dataclass

from supplier_pcf.app.calculation import Calculated
from supplier_pcf.app.once import Once
from supplier_pcf.domain.numbers import significant
from supplier_pcf.engine.pedigree import CLASSIC, Matrix
from supplier_pcf.engine.sensitivity import Option, Variation, Varied
from supplier_pcf.report.drawing import Drawing
from supplier_pcf.report.labels import Translate
from supplier_pcf.report.sureness import variations_of
from supplier_pcf.report.tornado import Named, tornado
from supplier_pcf.report.variations import end_title, option_said, subject_name, variation_title
from supplier_pcf.words import Said

__all__ = ["Option", "Variation", "VariationRow", "Varied", "end_title", "variation_title"]


@dataclass(frozen=True, slots=True, kw_only=True)
class VariationRow:
    """One thing that could be otherwise, with its name and a sentence for every alternative."""

    variation: Variation
    name: str
    """Of the site, material, factor or amount; empty where the whole study is meant."""
    said: tuple[Said, ...]
    """The strongest alternative first."""


_ROWS: Once[tuple[VariationRow, ...]] = Once()


def sensitivity_rows(
    done: Calculated, language: str = "en", matrix: Matrix = CLASSIC
) -> tuple[VariationRow, ...]:
    """All that could be otherwise and makes a difference; calculated once for a result."""
    return _ROWS.value(lambda: _rows(done, language, matrix), done, language, matrix.id)


def known_rows(
    done: Calculated, language: str = "en", matrix: Matrix = CLASSIC
) -> tuple[VariationRow, ...] | None:
    """The same where it was calculated already, else None: for whoever must be quick."""
    return _ROWS.known(done, language, matrix.id)


def tornado_drawing(
    done: Calculated, matrix: Matrix, translate: Translate, language: str, width: float
) -> Drawing:
    """The widest variations as bars, so many points wide; calculated when it is first drawn."""
    rows = sensitivity_rows(done, language, matrix)
    named = [Named(row.variation, row.name) for row in rows]
    return tornado(named, translate, language, width=width)


def above_all(rows: tuple[VariationRow, ...], language: str) -> tuple[Said, ...]:
    """What changes the figure most: how far, and by what; why nothing can be said where nothing varies."""
    if not rows:
        return (("sensitivity.nothing", {}),)
    first = rows[0]
    found = first.variation
    low, high = (significant(kg, language) for kg in (found.low, found.high))
    return ("sensitivity.above_all", {"low": low, "high": high}), first.said[0]


def _rows(done: Calculated, language: str, matrix: Matrix) -> tuple[VariationRow, ...]:
    found = variations_of(done.examined, matrix)
    return tuple(_row(done, variation, language) for variation in found)


def _row(done: Calculated, variation: Variation, language: str) -> VariationRow:
    name = subject_name(done.study, done.examined.factor, variation, language)
    others = [o for o in variation.options if o.kg != variation.base]
    others.sort(key=lambda option: -abs(option.kg - variation.base))
    said = tuple(option_said(variation, option, name, language) for option in others)
    return VariationRow(variation=variation, name=name, said=said)
