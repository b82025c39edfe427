"""The credit that sold scrap does not get, with the user's own numbers."""

from __future__ import annotations

from supplier_pcf.domain.numbers import significant
from supplier_pcf.gui.base.context import Context


def credit_words(context: Context) -> str:
    """What a credit would do to the footprint; nothing where no waste says what it may replace."""
    from supplier_pcf.app.materials_view import scrap_credit

    found = scrap_credit(context.session.calculated)
    if not found.lines:
        return ""
    text = context.translate(
        "A credit for what it may replace would take off {credit} kg CO₂e and turn {without} into {with_credit} kg CO₂e "
        "for each declared unit: this is for information and is not done."
    )
    return text.format(
        credit=significant(found.total, context.language),
        without=significant(found.without_credit, context.language),
        with_credit=significant(found.with_credit, context.language),
    )
