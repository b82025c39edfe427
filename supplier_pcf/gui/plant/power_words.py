"""What is said about power, with the user's own numbers."""

from __future__ import annotations

from collections.abc import Iterator

from supplier_pcf.app.power_views import BlockView, PowerView
from supplier_pcf.app.views import kg_text
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.plant.allocation_words import shown_percent
from supplier_pcf.gui.plant.plant_words import unit_words
from supplier_pcf.words import sentence

_PROVEN = ("instrument", "supplier")
_MIXES = ("residual", "fossil", "consumption", "location")


def coverage(view: PowerView, context: Context) -> str:
    """How much is proven, how much is own, and what the rest counts by."""
    _ = context.translate
    said = []
    proven, own = _share(view, *_PROVEN), _share(view, "own_technology")
    if proven:
        text = _("Proven contracts cover {share} of the power.")
        said.append(text.format(share=shown_percent(proven, context)))
    if own:
        text = _("{share} is own power, counted by its own way of generation.")
        said.append(text.format(share=shown_percent(own, context)))
    for mix in _MIXES:
        share = _share(view, mix)
        if share and (proven or own):
            told = {"share": shown_percent(share, context)}
            said.append(sentence(f"power.rest.{mix}", told, _))
    return " ".join(said)


def _share(view: PowerView, *kinds: str) -> float | None:
    return view.shares(*(b.decision.kind for b in view.blocks if b.decision.kind.value in kinds))


def asked(block: BlockView, rules: str, context: Context) -> str:
    """What a block counts as by the rules, and what is still missing."""
    _ = context.translate
    kind = sentence(f"power.kind.{block.decision.kind.value}", {"rules": rules}, _)
    lacks = [sentence(f"power.lack.{lack.value}", {}, _) for lack in block.decision.lacks]
    return " ".join([kind, *lacks])


def way(block: BlockView, context: Context) -> str:
    """The questions on the way, each with its answer, for a tooltip."""
    _ = context.translate
    words = {True: _("yes"), False: _("no"), None: _("open")}
    lines = [
        f"{sentence(f'power.question.{step.question.value}', {}, _)} {words[step.answer]}"
        for step in block.decision.steps
    ]
    return "\n".join([*lines, *filter(None, [block.decision.clause])])


def state(block: BlockView, context: Context) -> str:
    """How far the proof of a block is, in a word or two."""
    _ = context.translate
    decision = block.decision
    if decision.kind.value in _PROVEN:
        missing = len(decision.without_file)
        return _("proven, files missing: {count}").format(count=missing) if missing else _("proven")
    if decision.failed_criteria:
        return _("criteria not met: {count}").format(count=len(decision.failed_criteria))
    if decision.open_criteria:
        return _("criteria open: {count}").format(count=len(decision.open_criteria))
    codes = {lack.value for lack in decision.lacks}
    if "certificates" in codes:
        return _("without certificates")
    if "certificates_kept" in codes:
        return _("certificates sold?")
    if decision.kind.value == "own_technology":
        return _("own power, no proof yet") if "meter_proof" in codes else _("own power, metered")
    return _("as the rules ask") if block.fits else _("another mix is asked for")


def both_results(view: PowerView, context: Context) -> Iterator[str]:
    """The electricity of one declared unit and the whole footprint, as bought and by the place's average."""
    _ = context.translate
    power = view.result
    words = unit_words(view.unit.unit, context)
    unit = words if view.unit.amount == 1 else f"{view.unit.amount:g} {words}"
    names = {"unit": unit, "market": kg_text(power.market_power, context.language)}
    if power.location is None or power.location_power is None:
        text = _(
            "Electricity per {unit}: {market} kg CO₂e as bought (market-based). The location-based result cannot be "
            "told: no average mix of a place is known. Choose one below."
        )
        yield text.format(**names)
        return
    text = _(
        "Electricity per {unit}: {market} kg CO₂e as bought (market-based), {location} kg CO₂e by the average mix of "
        "its place (location-based)."
    )
    yield text.format(**names, location=kg_text(power.location_power, context.language))
    text = _("Whole footprint: {market} kg CO₂e market-based, {location} kg CO₂e location-based.")
    yield text.format(
        market=kg_text(power.market, context.language),
        location=kg_text(power.location, context.language),
    )
