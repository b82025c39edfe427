"""The decision on co-products in words, with the user's own numbers."""

from __future__ import annotations

from collections.abc import Iterator

from supplier_pcf.app.co_products_view import CoProductMethod, LogLine, Sharing
from supplier_pcf.domain.numbers import percent, significant
from supplier_pcf.gui.base.context import Context
from supplier_pcf.words import sentence


def sharing_words(shared: Sharing, context: Context) -> str:
    """The answer: by what is shared, the product's part, and what the other way would give."""
    said = (*_shares(shared, context), *_price_ratio(shared, context))
    return " ".join((*said, *_substituted(shared, context)))


def _substituted(shared: Sharing, context: Context) -> Iterator[str]:
    if shared.substituted is not None:
        text = context.translate(
            "With all burdens on the product, less those of what is displaced, it would be {kg} kg CO₂e: for information."
        )
        yield text.format(kg=significant(shared.substituted, context.language))


def _shares(shared: Sharing, context: Context) -> Iterator[str]:
    _, language, found = context.translate, context.language, shared.decision
    by_value = found.method is CoProductMethod.ECONOMIC
    if not found.shares:
        yield (
            _("Shared by value, but a mass or a price is missing, so nothing can be counted.")
            if by_value
            else _("Shared by mass, but a mass is missing, so nothing can be counted.")
        )
        return
    share = percent(100 * found.shares[0], language, 2)
    text = (
        _("This product carries {share} of all joint burdens, by what is earned (mass × price).")
        if by_value
        else _("This product carries {share} of all joint burdens, by mass.")
    )
    yield text.format(share=share)
    if shared.used is None or shared.other is None or not found.other_shares:
        return
    text = (
        _("That gives {used} kg CO₂e; by mass it would be {other} kg CO₂e ({share}).")
        if by_value
        else _("That gives {used} kg CO₂e; by value it would be {other} kg CO₂e ({share}).")
    )
    yield text.format(
        used=significant(shared.used, language),
        other=significant(shared.other, language),
        share=percent(100 * found.other_shares[0], language, 2),
    )


def _price_ratio(shared: Sharing, context: Context) -> Iterator[str]:
    """Prices of one kg are compared; what is earned with all of it is another number, and is named too."""
    _, language, found = context.translate, context.language, shared.decision
    if found.price_ratio is None:
        return
    ratio = significant(found.price_ratio, language)
    yield _("One kilogram of the dearer costs {ratio} times one of the cheaper.").format(
        ratio=ratio
    )
    main, others = found.outputs[0].value, [o.value for o in found.outputs[1:]]
    earned = [v for v in others if v is not None]
    if main is not None and len(earned) == len(others):
        yield _("Earned for one unit: {main} with the product, {others} beside it.").format(
            main=significant(main, language), others=significant(sum(earned), language)
        )
    if found.limit is not None:
        yield _("{rules} shares by value above a ratio of {limit}, else by mass.").format(
            rules=shared.rules, limit=significant(found.limit, language)
        )


def log_words(shared: Sharing, context: Context) -> str:
    """Every step with its answer, one line each, and where the order is written."""
    lines = [_line(line, context) for line in shared.decision.log]
    clause = shared.decision.log[-1].clause
    return "\n".join((*lines, clause) if clause else lines)


def _line(line: LogLine, context: Context) -> str:
    said = sentence(f"sharing.{line.step.value}.{line.answer.value}", {}, context.translate)
    return f"{said} {line.text}".strip()
