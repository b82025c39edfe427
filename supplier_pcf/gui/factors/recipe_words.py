"""How a factor was made of others, as a table anybody can add up."""

from __future__ import annotations

from html import escape

from supplier_pcf.app.views import part_title
from supplier_pcf.domain.factor import EmissionFactor
from supplier_pcf.domain.factor_names import name_in
from supplier_pcf.domain.numbers import fixed, percent, significant
from supplier_pcf.domain.recipe import FactorPart
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.factors.factor_words import unit_sign

_DIGITS = 4


def recipe_table(factor: EmissionFactor, context: Context) -> str:
    """Part, amount, figure and what it adds, then the sum; nothing where it was not made of others."""
    if factor.recipe is None:
        return ""
    _, language = context.translate, context.language
    rows = "".join(_row(part, context) for part in factor.recipe.parts)
    total = significant(factor.recipe.buckets.excluding_uptake, language, _DIGITS)
    title = escape(_("kg CO₂e/{unit}").format(unit=unit_sign(factor.unit)))
    said = ""
    if factor.recipe.material_yield != 1.0:
        text = _("Yield: {percent}. Each share is divided by it.")
        shown = percent(100 * factor.recipe.material_yield, language)
        said = f"<p>{escape(text.format(percent=shown))}</p>"
    return (
        f"<table width='96%' cellspacing='0' cellpadding='3'>{rows}"
        f"<tr><td colspan='3'><b>{title}</b></td><td align='right'><b>{total}</b></td></tr></table>"
        + said
    )


def _row(part: FactorPart, context: Context) -> str:
    _, language = context.translate, context.language
    share = "" if part.share is None else f" ({percent(100 * part.share, language)})"
    known = context.session.choice.get(part.factor_id)
    called = name_in(known, language) if known else part.name
    name = escape(f"{part_title(part.role, _)}{share}: {called}")
    whole = float(part.amount).is_integer()
    much = fixed(part.amount, language, 0) if whole else significant(part.amount, language, _DIGITS)
    amount = f"{much} {unit_sign(part.unit)}"
    figure = f"× {significant(part.buckets.excluding_uptake, language, _DIGITS)}"
    adds = f"= {significant(part.kg_co2e, language, _DIGITS)}"
    cells = "".join(f"<td align='right'>{escape(text)}</td>" for text in (amount, figure, adds))
    return f"<tr><td>{name}</td>{cells}</tr>"
