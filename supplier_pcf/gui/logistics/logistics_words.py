"""Sentences that say with the user's own numbers how a leg, a package or a waste came to its amount."""

from __future__ import annotations

from supplier_pcf.app.legs import LegBy, LegStory, leg_story
from supplier_pcf.app.outside_views import PackageStory, WasteStory, package_story, waste_story
from supplier_pcf.domain.buckets import CO2_PER_CARBON
from supplier_pcf.domain.flows import WasteTreatment
from supplier_pcf.domain.numbers import significant
from supplier_pcf.domain.units import Quantity
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.plant.plant_words import unit_words
from supplier_pcf.gui.tables.cells import number_shown

_TRIP_DIGITS = 4
"""Of the fuel of a trip, so that the share of it can be followed."""


def leg_sentence(context: Context, leg_id: str) -> str:
    """How the amount of this leg came about, or what it still lacks; nothing without a leg."""
    story = leg_story(context.session.calculated, leg_id)
    if story is None:
        return ""
    if story.amount is None:
        return _lacking(story, context)
    return _by_fuel(story, context) if story.by is LegBy.FUEL else _by_work(story, context)


def _by_work(story: LegStory, context: Context) -> str:
    _ = context.translate
    text = _("{mass} × {distance} = {amount} for one piece.")
    if story.by is LegBy.ENTERED:
        text = _("{amount} for one piece, as entered under “Amount of its own”.")
    elif story.adjustment != 1:
        text = _("{mass} × {distance} × {times} = {amount} for one piece.")
    return text.format(
        mass=_told(None if story.kg is None else Quantity(story.kg, "kg"), context),
        distance=_entered(story.distance, context),
        times=number_shown(story.adjustment, context),
        amount=_told(story.amount, context),
    )


def _by_fuel(story: LegStory, context: Context) -> str:
    _ = context.translate
    text = _("{trip} for the whole trip; your {mass} of {load} carry {amount}.")
    if story.load is None:
        text = _("{trip} for the whole trip, all of it for one piece: enter the whole load.")
        if story.amount != story.trip:
            text = _("{trip} in the whole period; {amount} of it reach one piece.")
    said = text.format(
        trip=_entered(story.trip, context, _TRIP_DIGITS),
        mass=_told(None if story.kg is None else Quantity(story.kg, "kg"), context),
        load=_entered(story.load, context),
        amount=_told(story.amount, context),
    )
    if story.kg_per_tonne_km is None:
        return said
    each = _("That is {kg} kg CO₂e for each tonne-kilometre.")
    return f"{said} {each.format(kg=significant(story.kg_per_tonne_km, context.language))}"


def _lacking(story: LegStory, context: Context) -> str:
    _ = context.translate
    is_far = story.distance is not None or story.trip is not None
    if not is_far and story.kg is None:
        return _("Say what the leg carries and how far; or enter the fuel of the trip below.")
    if not is_far:
        return _("Say how far the leg goes; or enter the fuel of the trip below.")
    if story.kg is None:
        return _("Say what the leg carries: a mass, or what is ticked below.")
    return _("The amount cannot be worked out; the findings say why.")


def package_sentence(context: Context, package_id: str) -> str:
    """How the weight of this package is shared by its pieces and trips."""
    story = package_story(context.study, package_id)
    return "" if story is None else _package(story, context)


def _package(story: PackageStory, context: Context) -> str:
    _ = context.translate
    text = _("{weight} ÷ {pieces} pieces = {amount} for one piece.")
    if story.trips is not None:
        text = _(
            "{weight} ÷ ({pieces} pieces × {trips} trips) = {amount} for one piece; "
            "{moved} travel with each piece on every way."
        )
    moved = None if story.moved_kg is None else Quantity(story.moved_kg, "kg")
    return text.format(
        weight=_entered(story.weight, context),
        pieces=number_shown(story.pieces, context),
        trips=number_shown(story.trips, context),
        amount=_told(story.amount, context),
        moved=_told(moved, context),
    )


def waste_sentence(context: Context, waste_id: str) -> str:
    """What treating this waste costs, where the carbon that burns is counted, and what gives no credit."""
    story = waste_story(context.session.calculated, waste_id)
    return "" if story is None else " ".join(_waste(story, context))


def _waste(story: WasteStory, context: Context) -> list[str]:
    _, language = context.translate, context.language
    said = []
    if story.kg_co2e is not None:
        text = _("{amount} for one declared unit: {kg} kg CO₂e.")
        if story.treatment is WasteTreatment.ENERGY_RECOVERY:
            text = _(
                "{amount} for one declared unit: {kg} kg CO₂e stay with you, for the polluter pays. "
                "The heat is free for whoever uses it and gives no credit."
            )
        elif story.treatment is WasteTreatment.RECYCLING:
            text = _(
                "{amount} for one declared unit: {kg} kg CO₂e for your own handling. "
                "What the recycler does belongs to the next product."
            )
        kg = significant(story.kg_co2e, language)
        said.append(text.format(amount=_told(story.amount, context), kg=kg))
    if story.carbon_inside:
        said.append(_("The factor covers the burning, so the stated carbon is not added again."))
    elif story.carbon:
        text = _("Inside: {carbon} kg of fossil carbon × 44/12 = {co2} kg CO₂.")
        co2 = significant(story.carbon * CO2_PER_CARBON, language)
        said.append(text.format(carbon=significant(story.carbon, language), co2=co2))
    if story.replaced is not None:
        text = _("It may stand in for {kg} kg CO₂e of new material: told here, not taken off.")
        said.append(text.format(kg=significant(story.replaced, language)))
    return said


def _told(quantity: Quantity | None, context: Context) -> str:
    if quantity is None:
        return "–"
    value = significant(quantity.value, context.language)
    return f"{value} {unit_words(quantity.unit, context)}"


def _entered(quantity: Quantity | None, context: Context, digits: int = 6) -> str:
    """A quantity with the digits it was entered with."""
    if quantity is None:
        return "–"
    return f"{number_shown(quantity.value, context, digits)} {unit_words(quantity.unit, context)}"
