"""Scope 1, 2 and 3 on the result page: for the customer's questionnaire, from the same meters and factors."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from supplier_pcf.app.scope_views import Gap, PlantScopes, ScopeSplit, ScopesView, scopes_view
from supplier_pcf.app.views import kg_text
from supplier_pcf.domain.numbers import NOTHING, percent, significant
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.result.quality_card import Fact, FactsCard

_MOST_NAMES = 6


class ScopesCard(FactsCard):
    """The footprint by scope, the plant's scope 1 and 2 of the period, and what cannot be split."""

    def __init__(self, context: Context) -> None:
        super().__init__(context.translate("Scope 1, 2 and 3"), "card-scopes", room=1)
        self._context = context

    def refresh(self) -> None:
        """Show those of now."""
        view = scopes_view(self._context.session)
        facts = [*_split_facts(self._context, view.split)]
        for number, plant in enumerate(view.plants):
            facts += _plant_facts(self._context, plant, number)
        self.show_facts(iter(facts), _notes(self._context, view))


def _split_facts(context: Context, split: ScopeSplit) -> Iterator[Fact]:
    _, language = context.translate, context.language
    whole = split.scope_1 + split.scope_2 + split.scope_3 + split.unsplit
    rows = [
        ("scope-1", _("Scope 1: burnt and set free by the plant"), split.scope_1),
        ("scope-2", _("Scope 2: generation of bought power and heat"), split.scope_2),
        ("scope-3", _("Scope 3: materials, supply, transport and all the rest"), split.scope_3),
    ]
    if split.unsplit:
        rows.append(("scope-unsplit", _("Not split by the factors’ publishers"), split.unsplit))
    text = _("{kg} kg CO₂e ({share})")
    for name, title, kg in rows:
        if not kg and split.unsplit:
            yield name, title, significant(None)  # it may be in what is not split
            continue
        share = percent(100 * kg / whole if whole else None, language)
        yield name, title, text.format(kg=kg_text(kg, language), share=share)


def _plant_facts(context: Context, plant: PlantScopes, number: int) -> Iterator[Fact]:
    _, language = context.translate, context.language
    name = plant.site.name or plant.site.id
    rows = (
        ("1", _("{plant}, whole period: scope 1"), plant.scope_1, plant.scope_1_gaps),
        ("location", _("{plant}: scope 2 by location"), plant.location, plant.location_gaps),
        ("market", _("{plant}: scope 2 by market"), plant.market, plant.market_gaps),
    )
    for key, title, kg, gaps in rows:
        tonnes = significant(kg / 1000, language)
        text = _("{tonnes} t CO₂e") if not gaps else _("{tonnes} t CO₂e, not all of it")
        told = text.format(tonnes=tonnes) if kg or not gaps else NOTHING
        yield f"plant-{number}-scope-{key}", title.format(plant=name), told


def _notes(context: Context, view: ScopesView) -> Iterator[str]:
    _ = context.translate
    unsplit = [line for line in view.split.lines if line.unsplit]
    if unsplit:
        text = _(
            "Not split: {names}. Their factors give one figure for generation, grid and supply."
        )
        yield text.format(names=_names(line.name or line.id for line in unsplit))
    for plant in view.plants:
        yield from _plant_notes(context, plant)
    yield _(
        "The plant’s figures are of all its meters, offices included, without the supply of fuels and the "
        "losses of the grid; they are no part of the footprint."
    )


def _plant_notes(context: Context, plant: PlantScopes) -> Iterator[str]:
    _ = context.translate
    if plant.grid_factor is not None:
        text = _("Scope 2 by location uses: {factor}.")
        yield text.format(factor=plant.grid_factor.name)
    words = {
        "not_counted": _("Without an amount or a factor: {names}."),
        "unsplit": _("Factor not split, so not in the plant’s figure: {names}."),
        "no_grid_figure": _("No average figure of generation for this place is known: {names}."),
    }
    gaps: tuple[Gap, ...] = (*plant.scope_1_gaps, *plant.location_gaps, *plant.market_gaps)
    for code, text in words.items():
        names = dict.fromkeys(gap.name or gap.id for gap in gaps if gap.code == code)
        if names:
            yield text.format(names=_names(names))


def _names(names: Iterable[str]) -> str:
    known = list(names)
    return ", ".join(known[:_MOST_NAMES]) + (" …" if len(known) > _MOST_NAMES else "")
