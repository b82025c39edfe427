"""Emissions and removals by kind, both totals, and the carbon in the product, each with its name."""

from __future__ import annotations

from collections.abc import Iterator

from supplier_pcf.app.kinds_view import Buckets, CarbonContent, Kinds, kinds
from supplier_pcf.app.views import kg_text
from supplier_pcf.domain.numbers import significant
from supplier_pcf.gui.base import bind
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.materials.credit_words import credit_words
from supplier_pcf.gui.result.quality_card import Fact, FactsCard
from supplier_pcf.gui.widgets.more import More


def kinds_more(context: Context) -> More:
    """Behind one line: every kind of emission and removal, and what is never inside."""
    _ = context.translate
    return More(
        _("Emissions, removals and carbon by kind"), "result-kinds", lambda: KindsCard(context)
    )


class KindsCard(FactsCard):
    """Follows the result as long as it is unfolded."""

    def __init__(self, context: Context) -> None:
        title = context.translate("Emissions, removals and carbon by kind")
        super().__init__(title, "card-kinds", room=1)
        self.title.hide()
        self._context = context
        bind.follow(context, self, self.refresh)

    def refresh(self) -> None:
        """Show the kinds of now."""
        found = kinds(self._context.session.calculated)
        self.show_facts(_facts(found, self._context), _notes(found, self._context))


def _facts(found: Kinds, context: Context) -> Iterator[Fact]:
    if found.buckets is not None:
        for name, title, kg in _buckets(found.buckets, context):
            yield f"kind-{name}", title, f"{kg_text(kg, context.language)} kg CO₂e"
    for name, title, carbon in _carbon(found.carbon, context):
        text = significant(carbon, context.language)
        yield f"carbon-{name}", title, text if carbon is None else f"{text} kg C"


def _buckets(buckets: Buckets, context: Context) -> Iterator[tuple[str, str, float]]:
    _ = context.translate
    yield "fossil", _("Fossil, without aircraft"), buckets.fossil
    yield "biogenic", _("Biogenic methane and nitrous oxide"), buckets.biogenic_non_co2
    yield "land-use-change", _("Direct land use change"), buckets.land_use_change
    yield "land-management", _("Land management"), buckets.land_management
    yield "land-removals", _("Removals by land management"), buckets.land_removals
    yield "aircraft", _("Aircraft"), buckets.aircraft
    yield "excluding", _("Sum without biogenic uptake"), buckets.excluding_uptake
    yield "uptake", _("Biogenic uptake of the product"), buckets.uptake_product
    yield "including", _("Sum with biogenic uptake"), buckets.including_uptake
    if buckets.uptake_packaging:
        title = _("Biogenic uptake of packaging (information)")
        yield "uptake-packaging", title, buckets.uptake_packaging


def _carbon(carbon: CarbonContent, context: Context) -> Iterator[tuple[str, str, float | None]]:
    _ = context.translate
    yield "fossil", _("Fossil carbon in the product"), carbon.fossil
    yield "biogenic", _("Biogenic carbon in the product"), carbon.biogenic
    yield "recycled", _("Recycled carbon in the product"), carbon.recycled
    yield "packaging", _("Biogenic carbon in its packaging"), carbon.packaging_biogenic


def _notes(found: Kinds, context: Context) -> Iterator[str]:
    _, carbon = context.translate, found.carbon.biogenic
    if carbon and found.buckets is not None:
        text = _(
            "{carbon} kg of biogenic carbon leave with the product; each took up 44/12 kg of CO₂ while it grew: {uptake} "
            "kg CO₂. The later release is outside of this boundary."
        )
        yield text.format(
            carbon=significant(carbon, context.language),
            uptake=significant(found.buckets.uptake_product, context.language),
        )
    if found.carbon.fossil is None or carbon is None:
        yield _(
            "The carbon content is not known for every material: choose “Carbon content as” in the bill of materials, or "
            "enter the shares under “More about this row”."
        )
    yield _(
        "Indirect land use change is never inside. Aircraft emissions carry no factor for high altitude. "
        "Removals of land count only where a factor states them."
    )
    credit = credit_words(context)
    if credit:
        yield credit
