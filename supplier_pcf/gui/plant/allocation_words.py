"""The words of sharing a plant's amount: the bases, what one still needs, and the arithmetic in a sentence."""

from __future__ import annotations

from collections.abc import Callable

from supplier_pcf.app.meters import MeterBalance, balance_of
from supplier_pcf.app.sharing_views import BasisView, Lack, not_allocated, share_of
from supplier_pcf.domain.energy import EnergyUse
from supplier_pcf.domain.flows import AllocationBasis, Flow
from supplier_pcf.domain.numbers import percent, rounded, significant
from supplier_pcf.domain.study import Study
from supplier_pcf.domain.units import Quantity
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.plant.plant_words import unit_words
from supplier_pcf.gui.tables.cells import number_shown

Translate = Callable[[str], str]


def basis_title(basis: AllocationBasis, _: Translate) -> str:
    """A way for an amount to reach the part."""
    return {
        AllocationBasis.ALL: _("All of it: a meter for this part alone"),
        AllocationBasis.MACHINE_HOURS: _("By machine hours"),
        AllocationBasis.MASS: _("By mass"),
        AllocationBasis.PIECES: _("By pieces"),
        AllocationBasis.VALUE: _("By value"),
        AllocationBasis.SHARE: _("A share I enter"),
    }[basis]


def basis_help(basis: AllocationBasis, _: Translate) -> str:
    """When a way fits."""
    return {
        AllocationBasis.ALL: _(
            "Right where a sub-meter reads the machines of this part and nothing else."
        ),
        AllocationBasis.MACHINE_HOURS: _(
            "Fits presses, lathes and moulding machines: power follows hours."
        ),
        AllocationBasis.MASS: _("Fits melting, heating and washing: energy follows kilograms."),
        AllocationBasis.PIECES: _("Fits parts of much the same size."),
        AllocationBasis.VALUE: _(
            "The last resort: prices move without any machine doing more work."
        ),
        AllocationBasis.SHARE: _(
            "For a share you know from elsewhere, such as a study of the machines."
        ),
    }[basis]


def lack_sentence(lack: Lack, _: Translate) -> str:
    """What a basis still needs."""
    words = {
        "share": _("Enter the share in percent."),
        "outputs": _("List below what the plant made."),
        "this_product": _("Tick below which product of the plant this part is."),
        "weights": _("Missing for: {names}"),
        "no_amount": _("No amount is entered yet."),
        "no_volume": _("The number of good pieces made is missing: see Product."),
        "no_factor": _("The emission factor is missing."),
        "unknown_factor": _("The emission factor is not in the library."),
        "unit_mismatch": _("The factor is for another kind of unit."),
        "no_declared_unit": _("The declared unit cannot be reached: see Product."),
    }
    names = ", ".join(name or _("(no name)") for name in lack.names)
    return words.get(lack.code, _("It cannot be worked out yet.")).format(names=names)


def wanting(basis: AllocationBasis, _: Translate) -> str:
    """The unit a basis counts in."""
    return {
        AllocationBasis.MACHINE_HOURS: _("machine hours"),
        AllocationBasis.MASS: _("kg"),
        AllocationBasis.PIECES: _("pieces"),
        AllocationBasis.VALUE: _("of value"),
    }.get(basis, "")


def shown(amount: Quantity | None, context: Context) -> str:
    """A worked out amount with its unit, as people read it."""
    if amount is None:
        return significant(None)
    unit = unit_words(amount.unit, context)
    return f"{significant(amount.value, context.language)} {unit}"


def shown_percent(share: float | None, context: Context) -> str:
    """A share in percent, with the digits that matter."""
    if share is None:
        return significant(None)
    decimals = max(0, -int(rounded(share * 100).as_tuple().exponent)) if share else 0
    return percent(share * 100, context.language, min(decimals, 2))


def _off(study: Study, flow: Flow) -> MeterBalance | None:
    """The balance of the flow's meter, where something is taken off it."""
    meter_id = flow.meter_id if isinstance(flow, EnergyUse) else None
    balance = balance_of(study, meter_id) if meter_id is not None else None
    return balance if balance is not None and balance.off else None


def changed_percent(change: float | None, context: Context) -> str:
    """A change in percent with its sign; nothing changes where it is less than shows."""
    if change is None:
        return significant(None)
    text = percent(change, context.language)
    return f"+{text}" if change > 0 and any(d in text for d in "123456789") else text


def sharing_sentences(
    context: Context, study: Study, flow: Flow, total: Quantity | None, chosen: BasisView
) -> tuple[str, str]:
    """The arithmetic of the chosen basis in the user's own numbers, and what stays with other products."""
    _ = context.translate
    rest = not_allocated(study, flow, total)
    share = share_of(study, flow)
    stays = ""
    if rest is not None and share is not None and share < 1:
        stays = _("{share} ({amount}) stays with the other products of the plant.").format(
            share=shown_percent(1 - share, context), amount=shown(rest, context)
        )
    if total is None or chosen.per_unit is None or study.product.volume is None:
        return "", stays
    piece = unit_words(study.product.counted_in, context)
    made = _("pieces") if study.product.counted_in == "piece" else piece
    result = f"{shown(chosen.per_unit, context)} / {piece}"
    given = {
        "total": f"{number_shown(total.value, context)} {unit_words(total.unit, context)}",
        "units": f"{number_shown(study.product.volume, context)} {made}",
        "result": result,
        "share": shown_percent(chosen.share, context),
        "own": number_shown(chosen.own, context),
        "whole": number_shown(chosen.whole, context),
        "measure": wanting(chosen.basis, _),
    }
    off = _off(study, flow)
    if off is not None:
        given["read"] = f"{number_shown(off.read, context)} {unit_words(off.unit, context)}"
        given["off"] = number_shown(off.off, context)
        given["total"] = _("({read} − {off} not for production)").format(**given)
    if chosen.own is None:
        text = _("{total} × {share} ÷ {units} = {result}")
    else:
        text = _("{total} × {own} of {whole} {measure} ÷ {units} = {result}")
    return text.format(**given), stays
