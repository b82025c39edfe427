"""What a received footprint says, as pairs of a heading and words."""

from __future__ import annotations

from collections.abc import Iterator

from supplier_pcf.app.receiving import Footprint, one_line, per_kilogram, per_unit
from supplier_pcf.domain.numbers import percent, significant
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.factors.factor_words import unit_sign
from supplier_pcf.gui.widgets.place_words import place_title

Told = tuple[str, str]
_MOST = 6


def told_by(footprint: Footprint, context: Context) -> list[Told]:
    """What the file says of this footprint, the figure first; what it does not say is said too."""
    parts = (_identity, _figures, _times, _quality)
    return [pair for part in parts for pair in part(footprint, context)]


def _identity(footprint: Footprint, context: Context) -> Iterator[Told]:
    _, said = context.translate, footprint.received
    if said is None:
        return
    version = _("{title}, version {version}").format(
        title=footprint.title, version=one_line(said.spec_version)
    )
    yield _("Format"), version if said.spec_version else footprint.title
    yield _("Company"), one_line(said.company)
    yield _("Product"), one_line(said.product)
    yield _("Numbers of the product"), one_line("; ".join(said.product_ids[:_MOST]))


def _figures(footprint: Footprint, context: Context) -> Iterator[Told]:
    _, said, language = context.translate, footprint.received, context.language
    if said is None:
        return
    each = _("{value} kg CO₂e/{unit}")
    figures = [each.format(value=significant(per_unit(said), language), unit=unit_sign(said.unit))]
    weighed = per_kilogram(said)
    if weighed is not None and said.unit != "kg":
        figures.append(each.format(value=significant(weighed, language), unit="kg"))
    yield _("Footprint without uptake"), "  ·  ".join(figures)
    if said.amount != 1:
        amount = f"{significant(said.amount, language)} {unit_sign(said.unit)}"
        total = significant(said.excluding, language)
        yield (
            _("Declared amount"),
            _("{amount}, {value} kg CO₂e in all").format(amount=amount, value=total),
        )
    yield _("Mass"), _kg(said.mass_kg, context)
    uptake = said.buckets.uptake_product / said.amount
    if uptake:
        yield (
            _("Uptake of biogenic carbon"),
            each.format(value=significant(uptake, language), unit=unit_sign(said.unit)),
        )
    yield _("Packaging"), _included(said.packaging_included, context)
    if said.outbound is not None:
        outbound = significant(said.outbound / said.amount, language)
        yield (
            _("Delivery, told apart"),
            each.format(value=outbound, unit=unit_sign(said.unit)),
        )


def _times(footprint: Footprint, context: Context) -> Iterator[Told]:
    _, said = context.translate, footprint.received
    if said is None:
        return
    days = [day.isoformat() if day else "?" for day in (said.period_start, said.period_end)]
    unknown = _("not stated")
    yield _("Reference period"), unknown if days == ["?", "?"] else " – ".join(days)
    yield _("Valid until"), said.valid_until.isoformat() if said.valid_until else unknown
    place = place_title(said.place, _) if said.place else _("Worldwide")
    yield _("Made in"), place


def _quality(footprint: Footprint, context: Context) -> Iterator[Told]:
    _, said, language = context.translate, footprint.received, context.language
    if said is None:
        return
    unknown = _("not stated")
    primary = _("{unknown}, counts as 0 %").format(unknown=unknown)
    if said.primary_percent is not None:
        primary = percent(said.primary_percent, language)
    yield _("Share of primary data"), primary
    ratings = _("{unknown}, counts as 5").format(unknown=unknown)
    if said.ratings is not None:
        scores = (said.ratings.technology, said.ratings.time, said.ratings.geography)
        ratings = " / ".join(significant(score, language, 2) for score in scores)
    yield _("Technology / time / place, from 1 to 5"), ratings
    left_out = said.exempted_percent
    yield _("Left out"), unknown if left_out is None else percent(left_out, language)
    yield _("Warming potentials"), one_line(", ".join(said.gwp_sets)) or unknown
    rules = ", ".join((*said.standards[:_MOST], *said.rules[:_MOST]))
    yield _("Standards and rules"), one_line(rules) or unknown
    yield _("Verified by a third party"), _verified(footprint, context)


def _verified(footprint: Footprint, context: Context) -> str:
    said = footprint.received
    if said is None or said.verified_percent is None:
        return context.translate("not stated")
    return percent(said.verified_percent, context.language)


def _kg(value: float | None, context: Context) -> str:
    if value is None:
        return context.translate("not stated")
    return f"{significant(value, context.language)} kg"


def _included(value: bool | None, context: Context) -> str:
    _ = context.translate
    return {True: _("included"), False: _("not included"), None: _("not stated")}[value]
