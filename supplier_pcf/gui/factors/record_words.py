"""The whole birth certificate of a factor in words, part by part; a gap is shown as a gap."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from supplier_pcf.app.library_view import attribution, reckonings, source_title
from supplier_pcf.domain.factor import EmissionFactor, HeatingValue, Layer
from supplier_pcf.domain.factor_names import name_in
from supplier_pcf.domain.gwp import FromGases
from supplier_pcf.domain.numbers import NOTHING, fixed, percent, significant
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.factors.factor_words import (
    Translate,
    boundary_title,
    gwp_title,
    layer_title,
    scrap_title,
    spread_title,
    unit_sign,
    value_title,
    years_title,
)
from supplier_pcf.gui.factors.library_words import (
    category_title,
    provenance_title,
    row_type_title,
    subcategory_title,
)
from supplier_pcf.gui.widgets.place_words import place_title

_DIGITS = 4
"""Digits of a reckoning: enough to follow it by hand."""
_ROUNDING, _NO_MATTER = 1e-3, 1e-5
"""Shares of a figure from which on a rest is no rounding, and below which it cannot be seen."""
Pairs = list[tuple[str, str]]


class Part(NamedTuple):
    """One part of a record: its title and its facts."""

    title: str
    facts: Pairs


def record_parts(factor: EmissionFactor, context: Context) -> list[Part]:
    """All that a factor says about itself."""
    _ = context.translate
    return [
        Part(_("Figure"), _figure(factor, context)),
        Part(_("What it covers"), _cover(factor, _)),
        Part(_("Where and when"), _origin(factor, _)),
        Part(_("Source"), _source(factor, context)),
        Part(_("How good it is"), _quality(factor, context)),
    ]


def _figure(factor: EmissionFactor, context: Context) -> Pairs:
    _, language = context.translate, context.language
    unit = unit_sign(factor.unit)
    facts = [
        (_("Figure"), value_title(factor, language)),
        (_("Global warming potentials"), gwp_title(factor.gwp_set, _)),
        *(
            (title, f"{significant(kg, language, _DIGITS)} kg CO₂e")
            for title, kg in _buckets(factor, _)
        ),
    ]
    if factor.direct is not None or factor.upstream is not None:
        for title, kg in ((_("direct"), factor.direct), (_("supply"), factor.upstream)):
            text = NOTHING if kg is None else f"{significant(kg, language, _DIGITS)} kg CO₂e"
            facts.append((_("of which {part}").format(part=title), text))
    grid = NOTHING if factor.grid_kwh is None else significant(factor.grid_kwh, language)
    if grid != NOTHING:
        grid = f"{grid} kWh/{unit}"
    if factor.recycled_content is not None:
        share = percent(100 * factor.recycled_content, language)
        facts.append((_("Recycled input inside"), share))
    return [*facts, (_("Grid electricity inside"), grid), *_heating_value(factor, _)]


def _buckets(factor: EmissionFactor, _: Translate) -> Iterator[tuple[str, float]]:
    """The parts of the figure where there is more than one, and what stands beside it."""
    parts = [
        (_("of which {part}").format(part=part), kg)
        for part, kg in (
            (_("fossil"), factor.fossil),
            (_("biogenic, not CO₂"), factor.biogenic_non_co2),
            (_("land use change"), factor.land_use_change),
            (_("land management"), factor.land_management),
            (_("removals by land"), factor.land_removals),
            (_("aircraft"), factor.aircraft),
        )
        if kg
    ]
    yield from parts if len(parts) > 1 or factor.fossil != factor.kg_co2e else ()
    if factor.uptake:
        yield _("Uptake, apart"), factor.uptake
    if factor.gases and factor.gases.co2_biogenic:
        yield _("Biogenic CO₂, apart"), factor.gases.co2_biogenic


def _heating_value(factor: EmissionFactor, _: Translate) -> Pairs:
    words = {HeatingValue.NET: _("net (lower)"), HeatingValue.GROSS: _("gross (higher)")}
    value = factor.heating_value
    return [] if value is None else [(_("Heating value"), words[value])]


def _cover(factor: EmissionFactor, _: Translate) -> Pairs:
    losses = factor.includes_grid_losses
    facts = [
        (_("May be used as"), row_type_title(factor.row_type, _)),
        (_("Covers"), boundary_title(factor.boundary, _)),
        (_("Scrap"), scrap_title(factor.scrap_convention, _)),
        (_("Forming included"), _yes(factor.includes_forming, _)),
        (_("Packaging included"), _yes(factor.includes_packaging, _)),
    ]
    if losses is not None:
        facts.append((_("Grid losses included"), _yes(losses, _)))
    if factor.category == "transport":
        empty = factor.includes_empty_running
        said = _("not stated") if empty is None else _yes(empty, _)
        facts.append((_("Empty running included"), said))
        facts.append((_("High-altitude effects included"), _yes(factor.radiative_forcing, _)))
    return facts


def _yes(so: bool, _: Translate) -> str:
    return _("yes") if so else _("no")


def _origin(factor: EmissionFactor, _: Translate) -> Pairs:
    kinds = (category_title(factor.category, _), subcategory_title(factor.subcategory, _))
    return [
        (_("Place"), place_title(factor.place, _)),
        (_("Years of the data"), years_title(factor)),
        (_("Technology"), factor.technology),
        (_("Category"), " / ".join(kind for kind in kinds if kind)),
    ]


def _source(factor: EmissionFactor, context: Context) -> Pairs:
    _, language = context.translate, context.language
    names = dict.fromkeys((factor.name, factor.name_zh, factor.name_de))
    others = [name for name in names if name and name != name_in(factor, language)]
    facts = [
        (_("Publisher"), factor.publisher),
        (_("Document"), factor.document),
        (_("Edition"), factor.edition),
        (_("Table or cell"), factor.table),
        (_("Address"), factor.url),
        (_("Licence"), factor.licence),
        (_("Attribution"), attribution(context.session, factor)),
        (_("How it came to us"), provenance_title(factor.provenance, _)),
        (_("Brought by"), layer_title(factor.layer, _)),
        (_("Set"), source_title(context.session, factor.set_id)),
        (_("Id and version"), f"{factor.id}, {factor.version}"),
        (_("Also called"), ", ".join(others)),
    ]
    bundled_only = {_("Attribution"), _("Set"), _("How it came to us")}
    is_own = factor.layer is not Layer.BUNDLED
    return [fact for fact in facts if not (is_own and fact[0] in bundled_only)]


def _quality(factor: EmissionFactor, context: Context) -> Pairs:
    _, language = context.translate, context.language
    facts = [
        (_("Spread"), spread_title(factor, language, _)),
        (_("Primary data behind it"), percent(100 * factor.primary_share, language, 0)),
    ]
    if factor.ratings is not None:
        rated = factor.ratings
        words = _("technology {technology}, time {time}, place {place} (1 is best)")
        scores = {name: significant(getattr(rated, at), language) for name, at in _RATED}
        facts.append((_("Ratings"), words.format(**scores)))
    if factor.valid_until:
        facts.append((_("Valid until"), factor.valid_until))
    return [*facts, (_("Note"), factor.note)]


_RATED = (("technology", "technology"), ("time", "time"), ("place", "geography"))


class Reckoning(NamedTuple):
    """How a figure is worked out on one report: gas, kg, weight, kg CO2e; the rest; the sum."""

    title: str
    terms: list[tuple[str, str, str, str]]
    rest: tuple[str, str] | None
    """What the gases do not explain and why: not published, or rounded; nothing where they do."""
    total: str


def reckoning_words(factor: EmissionFactor, context: Context) -> list[Reckoning]:
    """The figure gas by gas on each report; empty where the publisher states CO2e alone."""
    _ = context.translate
    titles = {True: _("As published, {report}"), False: _("On {report}")}
    return [
        _reckoning(done, titles[done.gwp_set is factor.gwp_set], context)
        for done in reckonings(factor)
    ]


def _reckoning(done: FromGases, title: str, context: Context) -> Reckoning:
    _, language = context.translate, context.language
    names = {
        "co2_fossil": _("CO₂, fossil"),
        "ch4_fossil": _("Methane, fossil"),
        "ch4_biogenic": _("Methane, biogenic"),
        "n2o": _("Nitrous oxide"),
    }
    terms = [
        (
            names[term.gas],
            significant(term.mass, language, _DIGITS),
            fixed(term.gwp, language, 0 if term.gwp.is_integer() else 1),
            significant(term.kg_co2e, language, _DIGITS),
        )
        for term in done.terms
    ]
    share = abs(done.rest / done.kg_co2e) if done.kg_co2e else 0.0
    why = _("gases not published") if share > _ROUNDING else _("rounding of the publisher")
    return Reckoning(
        title.format(report=gwp_title(done.gwp_set, _)),
        terms,
        (why, significant(done.rest, language, _DIGITS)) if share > _NO_MATTER else None,
        significant(done.kg_co2e, language, _DIGITS),
    )
