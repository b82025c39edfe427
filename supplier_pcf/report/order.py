"""In which order the second page walks through the study, and what a verifier ticks off there."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto

from supplier_pcf.report.labels import Translate
from supplier_pcf.rules import ReportOrder


class Section(Enum):
    """The sections of the second page."""

    GOAL = auto()
    BOUNDARY = auto()
    ELECTRICITY = auto()
    ALLOCATION = auto()
    BALANCE = auto()
    QUALITY = auto()
    SOURCES = auto()
    LIMITS = auto()
    SCENARIOS = auto()


Labelled = tuple[tuple[Section, ...], str]
"""Sections that stand together, and the label above the first of them."""


def labels(order: ReportOrder, translate: Translate) -> Sequence[Labelled]:
    """Every section once, in the order of the rules."""
    return _as_in_china(translate) if order is ReportOrder.GB_T_24067 else _by_letters()


def of_figure(order: ReportOrder, translate: Translate) -> str:
    """What stands above the figure on the first page."""
    if order is ReportOrder.GB_T_24067:
        return translate("Impact assessment")
    return "ISO 14067, 7.2"


def of_sureness(order: ReportOrder, translate: Translate) -> str:
    """What stands above uncertainty and sensitivity."""
    if order is ReportOrder.GB_T_24067:
        return translate("Interpretation")
    return "ISO 14067, 7.3 k"


def of_standing(order: ReportOrder, translate: Translate) -> str:
    """What stands above the words on how the figure may be read."""
    if order is ReportOrder.GB_T_24067:
        return translate("Declaration")
    return "ISO 14067, 7.3 m, n"


def _by_letters() -> Sequence[Labelled]:
    """ISO 14067 clause 7.3: letters of what each section answers; clause numbers need no translation."""
    return (
        ((Section.GOAL,), "ISO 14067, 6.3.1"),
        ((Section.BOUNDARY,), "ISO 14067, 7.3 b, c, g"),
        ((Section.SOURCES,), "ISO 14067, 7.3 d, f"),
        ((Section.BALANCE,), "ISO 14067, 6.4.3"),
        ((Section.ALLOCATION,), "ISO 14067, 7.3 h"),
        ((Section.QUALITY,), "ISO 14067, 7.3 j"),
        ((Section.ELECTRICITY,), "ISO 14067, 7.3 l"),
        ((Section.LIMITS, Section.SCENARIOS), "ISO 14067, 7.3 k, m"),
    )


def _as_in_china(_: Translate) -> Sequence[Labelled]:
    return (
        ((Section.GOAL,), _("Goal")),
        ((Section.BOUNDARY,), _("Scope")),
        (
            (Section.ELECTRICITY, Section.ALLOCATION, Section.BALANCE, Section.SOURCES),
            _("Inventory analysis"),
        ),
        ((Section.QUALITY, Section.LIMITS, Section.SCENARIOS), _("Interpretation")),
    )
