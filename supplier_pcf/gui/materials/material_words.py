"""How the amount of a material came about, in words and with the user's own numbers."""

from __future__ import annotations

from collections.abc import Iterator

from supplier_pcf.app.materials_view import RecycledMix, WayIn
from supplier_pcf.domain.numbers import percent, significant
from supplier_pcf.domain.site import ProcessStep
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.factors.factor_words import unit_sign


def way_words(way: WayIn, context: Context) -> str:
    """One or two sentences: from net to gross, what is fed back, and how many are in one product."""
    _ = context.translate
    structure = {
        "assembly": _("{name} is an assembly: its parts are counted, not the row itself."),
        "closed_by_parent": _("{name} is not counted: an assembly above has a factor of its own."),
        "circular": _("{name} is part of itself by a circle of assemblies. Correct “Part of”."),
    }
    if way.not_counted in structure:
        return structure[way.not_counted].format(name=way.name)
    if way.gross is None or way.goes_in is None:
        return _("{name}: enter what of it stays in the product.").format(name=way.name)
    if way.is_for_period:
        return _of_period(way, context)
    return " ".join((_from_net_to_gross(way, context), *_then(way, context)))


def _of_period(way: WayIn, context: Context) -> str:
    _ = context.translate
    told = {"name": way.name, "all": _amount(way.goes_in, way, context)}
    if way.one_product is None:
        return _(
            "{name}: {all} for the whole plant's period; what of it belongs to one product is not known yet."
        ).format(**told)
    told["one"] = _amount(way.one_product, way, context)
    return _("{name}: {all} for the whole plant's period, of which one product gets {one}.").format(
        **told
    )


def mix_words(mix: RecycledMix, context: Context) -> str:
    """What recycled content does to the factor of the row."""
    _, language = context.translate, context.language
    told = {
        "share": percent(100 * mix.share, language),
        "rest": percent(100 * (1 - mix.share), language),
        "holds": percent(100 * mix.holds, language),
        "virgin": significant(mix.virgin, language),
        "recycled": significant(mix.recycled, language),
        "mixed": significant(mix.mixed, language),
        "unit": unit_sign(mix.unit),
    }
    if mix.holds:
        text = _("Its factor, {virgin} kg CO₂e/{unit}, holds {holds} recycled input already.")
    elif mix.recycled is None:
        text = _(
            "Its recycled content of {share} is information only: no factor of the recycled part is chosen."
        )
    else:
        text = _(
            "Recycled content without credit: {rest} × {virgin} + {share} × {recycled} = {mixed} kg CO₂e/{unit}."
        )
    return text.format(**told)


def _from_net_to_gross(way: WayIn, context: Context) -> str:
    _ = context.translate
    told = {"name": way.name, "gross": _amount(way.gross, way, context)}
    if way.is_auxiliary:
        return _("{name}: {gross} is used up; losses of the steps do not count on it.").format(
            **told
        )
    if way.is_entered and way.net is None:
        return _("{name}: {gross} goes in for one good unit, as entered.").format(**told)
    told["net"] = _amount(way.net, way, context)
    if way.is_entered:
        lost = max((way.gross or 0.0) - (way.net or 0.0), 0.0)
        told["lost"] = _amount(lost, way, context)
        share = 100 * lost / way.gross if way.gross else 0.0
        told["share"] = percent(share, context.language)
        return _(
            "{name}: {gross} goes in for one good unit, as entered; {net} stays in it, {lost} ({share}) is lost."
        ).format(**told)
    if not way.steps:
        return _("{name}: {net} goes in for one good unit; no step loses any of it.").format(**told)
    told["formula"] = " ".join(_divided_by(step, context) for step in way.steps)
    return _("{name}: {net} {formula} = {gross} goes in for one good unit.").format(**told)


def _divided_by(step: ProcessStep, context: Context) -> str:
    """÷ yield ÷ (1 − rejects), and the name of the step."""
    parts, language = [], context.language
    if step.material_yield not in (None, 1.0):
        parts.append(f"÷ {percent(100 * (step.material_yield or 0.0), language)}")
    if step.reject_share:
        parts.append(f"÷ (1 − {percent(100 * step.reject_share, language)})")
    name = f" [{step.name}]" if step.name else ""
    return " ".join(parts) + name


def _then(way: WayIn, context: Context) -> Iterator[str]:
    _ = context.translate
    if way.returned:
        text = _("{returned} of it goes straight back, so {goes_in} is new material.")
        yield text.format(
            returned=_amount(way.returned, way, context),
            goes_in=_amount(way.goes_in, way, context),
        )
    if way.quantity == 1 and not way.levels:
        return
    total = _amount((way.goes_in or 0.0) * way.quantity, way, context)
    if not way.levels:
        text = _("One product needs {count} of it: {total}.")
        yield text.format(count=significant(way.quantity, context.language), total=total)
        return
    names = _(", in ").join(name for name, _count in way.levels)
    yield _("It goes into {assemblies}; one product holds {count} of it: {total}.").format(
        assemblies=names, count=significant(way.quantity, context.language), total=total
    )


def _amount(value: float | None, way: WayIn, context: Context) -> str:
    text = f"{significant(value, context.language)} {way.unit}"
    return text.strip()
