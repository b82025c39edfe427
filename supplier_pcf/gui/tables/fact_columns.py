"""The facts behind a row's data as columns: how they came about, what they stand for, how they fit."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from supplier_pcf.domain.flows import TechnologyFit
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.tables.cells import Column, Kind
from supplier_pcf.gui.tables.columns import origin_column
from supplier_pcf.gui.widgets.place_words import PLACES, place_title

_YES, _NO = "yes", "no"
_ANSWERS = {_YES: True, _NO: False}


def fact_columns(context: Context) -> tuple[Column, ...]:
    """All facts of a row, for the form of a selected row."""
    return (
        origin_column(context),
        _fit_column(context),
        _technology_column(context),
        _place_column(context),
        _day_column(context),
        _sites_column(context),
        _period_column(context),
        _answer_column("activity_is_primary", *_amount_words(context)),
        _answer_column("factor_is_primary", *_factor_words(context)),
    )


def _fits(context: Context) -> list[tuple[str, str]]:
    _ = context.translate
    return [
        ("", "–"),
        (TechnologyFit.EXACT.value, _("this very process")),
        (TechnologyFit.SAME_COMPANY.value, _("same technology, same company")),
        (TechnologyFit.AVERAGE_SAME.value, _("average of the same technology")),
        (TechnologyFit.SIMILAR.value, _("similar technology")),
        (TechnologyFit.UNKNOWN.value, _("another or unknown technology")),
    ]


def _fit(value: str) -> TechnologyFit | None:
    return TechnologyFit(value) if value else None


def _fit_column(context: Context) -> Column:
    _ = context.translate
    return Column(
        key="technology_fit",
        title=_("Technology of the factor"),
        kind=Kind.CHOICE,
        get=lambda flow: flow.technology_fit or "",
        put=lambda flow, value: replace(flow, technology_fit=_fit(value)),
        options=_fits,
        help=_("How near the factor's process is to the real one. Not answered counts as unknown."),
    )


def _technology_column(context: Context) -> Column:
    _ = context.translate
    return Column(
        key="technology",
        title=_("Technology of the amount"),
        kind=Kind.CHOICE,
        get=lambda flow: flow.facts.technology or "",
        put=_putting_fact("technology", _fit),
        options=_fits,
        help=_("Only where the amount is not from your own process."),
    )


def _place_column(context: Context) -> Column:
    _ = context.translate

    def places(context: Context) -> Sequence[tuple[str, str]]:
        named = sorted((place_title(place, context.translate), place) for place in PLACES)
        return [("", "–"), *((place, title) for title, place in named)]

    return Column(
        key="place",
        title=_("Place of the amount"),
        kind=Kind.CHOICE,
        get=lambda flow: flow.facts.place,
        put=_putting_fact("place", str),
        options=places,
        help=_("Only where it is not from your own plant."),
    )


def _day_column(context: Context) -> Column:
    _ = context.translate
    return Column(
        key="period_end",
        title=_("Last day of the amount"),
        kind=Kind.TEXT,
        get=lambda flow: flow.facts.period_end,
        put=_putting_fact("period_end", str.strip),
        help=_("Year-month-day, only where it is not of the reference period."),
    )


def _sites_column(context: Context) -> Column:
    _ = context.translate
    return Column(
        key="site_coverage",
        title=_("Sites it stands for"),
        kind=Kind.SHARE,
        get=lambda flow: flow.facts.site_coverage,
        put=_putting_fact("site_coverage", lambda share: share),
        help=_("100 % where all sites that matter are in the number. For ratings from 1 to 3."),
    )


def _period_column(context: Context) -> Column:
    _ = context.translate
    return Column(
        key="covers_period",
        title=_("Whole reference period"),
        kind=Kind.CHOICE,
        get=lambda flow: _answered(flow.facts.covers_period),
        put=_putting_fact("covers_period", _ANSWERS.get),
        options=_answers,
        help=_("Whether it stands for all twelve months. For ratings from 1 to 3."),
    )


def _amount_words(context: Context) -> tuple[str, str]:
    _ = context.translate
    return (
        _("Amount is primary data"),
        _("Only to overrule: measured amounts are primary by themselves."),
    )


def _factor_words(context: Context) -> tuple[str, str]:
    _ = context.translate
    return (
        _("Factor is primary data"),
        _("Only to overrule what the factor says of itself, such as a figure of your own process."),
    )


def _answer_column(field: str, title: str, help_text: str) -> Column:
    return Column(
        key=field,
        title=title,
        kind=Kind.CHOICE,
        get=lambda flow: _answered(getattr(flow, field)),
        put=lambda flow, value: replace(flow, **{field: _ANSWERS.get(value)}),
        options=_answers,
        help=help_text,
    )


def _answers(context: Context) -> list[tuple[str, str]]:
    _ = context.translate
    return [("", "–"), (_YES, _("yes")), (_NO, _("no"))]


def _answered(value: bool | None) -> str:
    if value is None:
        return ""
    return _YES if value else _NO


def _putting_fact(field: str, read: Callable[[Any], Any]) -> Callable[[Any, Any], Any]:
    """A `put` that replaces one of the facts of a row."""

    def put(flow: Any, value: Any) -> Any:
        return replace(flow, facts=replace(flow.facts, **{field: read(value)}))

    return put
