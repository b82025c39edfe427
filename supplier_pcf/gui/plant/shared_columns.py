"""Columns for amounts of a piece or of the whole plant: what the amount is for, and this part's share."""

from __future__ import annotations

from typing import Any

from supplier_pcf.app import plant
from supplier_pcf.app.sharing_views import is_shared, share_of
from supplier_pcf.domain.flows import AllocationBasis, Basis
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.plant.allocation_words import shown_percent
from supplier_pcf.gui.plant.plant_words import NOT_SAID, Choices, amounts_for, shared_by
from supplier_pcf.gui.tables.cells import Column, Kind


def basis_column(context: Context) -> Column:
    """Whether an amount is for one piece or for the whole plant's period."""
    _ = context.translate
    return Column(
        key="basis",
        title=_("Amount is for"),
        kind=Kind.CHOICE,
        get=lambda flow: flow.basis.value,
        put=lambda flow, value: plant.for_the_period(flow, Basis(value)),
        options=amounts_for,
        width=92,
        help=_("One piece, or all that the plant had in the reference period."),
    )


def allocation_column(context: Context) -> Column:
    """By what a plant's amount is shared."""
    _ = context.translate

    def get(flow: Any) -> str:
        if not is_shared(flow):
            return ""
        return str((flow.allocation.basis if flow.allocation else AllocationBasis.ALL).value)

    def put(flow: Any, value: str) -> Any:
        return plant.shared_by(flow, AllocationBasis(value)) if value and is_shared(flow) else flow

    def options(context: Context) -> Choices:
        return [NOT_SAID, *shared_by(context)]

    return Column(
        key="allocation",
        title=_("Shared by"),
        kind=Kind.CHOICE,
        get=get,
        put=put,
        options=options,
        look=lambda flow, _context: _look(flow, context),
        width=98,
        help=_("For an amount of the whole plant: by what this part gets its share."),
    )


def share_column(context: Context) -> Column:
    """This part's share: worked out from the basis, or typed in."""
    _ = context.translate

    def show(flow: Any, context: Context) -> str:
        return shown_percent(share_of(context.study, flow), context) if is_shared(flow) else ""

    return Column(
        key="share",
        title=_("Share"),
        kind=Kind.SHARE,
        get=lambda flow: share_of(context.study, flow) if is_shared(flow) else None,
        put=lambda flow, value: plant.with_share(flow, value) if is_shared(flow) else flow,
        show=show,
        beside=lambda _flow, _context: "",
        look=lambda flow, _context: _look(flow, context),
        width=58,
        help=_("This part's share of the plant's amount; typing one replaces the basis."),
    )


def _look(flow: Any, context: Context) -> str:
    if not is_shared(flow):
        return "quiet"
    return "" if share_of(context.study, flow) is not None else "problem"
