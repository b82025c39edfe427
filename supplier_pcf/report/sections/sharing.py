"""How burdens were shared: with co-products, and of what the plant used; and the mass balance."""

from __future__ import annotations

from collections.abc import Iterator

from reportlab.platypus import Flowable

from supplier_pcf.domain.flows import AllocationBasis, Flow
from supplier_pcf.engine.sharing import allocated_share
from supplier_pcf.report.context import Report, Room
from supplier_pcf.report.labels import basis_title
from supplier_pcf.report.layout import BODY, Words, titled
from supplier_pcf.report.sections.co_products import co_products, scrap


def allocation(report: Report, room: Room) -> Flowable:
    """The product's share of joint burdens, and of every amount that is the whole plant's."""
    _ = report.translate
    body: list[Flowable] = [*co_products(report, room), *scrap(report)]
    shared = list(_shared(report))
    body += [Words(text, BODY, bullet=True, max_lines=2) for text in shared[: room.shares]]
    more = len(shared) - room.shares
    if more > 0:
        body.append(Words(_("and {count} more").format(count=more), BODY, bullet=True))
    if not shared:
        body.append(Words(_("No amount of the plant had to be shared among products."), BODY))
    if report.study.scope.allocation_text.strip():
        body.append(Words(report.study.scope.allocation_text, BODY, max_lines=room.text_lines))
    return titled(_("Allocation"), body)


def _shared(report: Report) -> Iterator[str]:
    counted = {line.id for line in report.result.flows if line.counted}
    for flow in report.study.flows():
        basis = flow.allocation.basis if flow.allocation else AllocationBasis.ALL
        if basis is not AllocationBasis.ALL and flow.id in counted:
            yield _share_of(report, flow, basis)


def _share_of(report: Report, flow: Flow, basis: AllocationBasis) -> str:
    _ = report.translate
    share = allocated_share(report.study, flow.allocation, getattr(flow, "site_id", ""))
    return _("{name}: {share} of the plant's amount, {basis}.").format(
        name=flow.name or _("(no name)"),
        share=report.digits_percent(None if share is None else share * 100),
        basis=basis_title(basis, _),
    )


def mass_balance(report: Report) -> Flowable:
    """Mass in against mass out, in one sentence."""
    _ = report.translate
    balance = report.result.mass_balance
    if balance is None:
        text = _("A mass balance could not be drawn up: masses are missing.")
    else:
        text = _(
            "{inputs} kg of product materials go in; {product} kg are product, {co_products} kg "
            "co-products, {wastes} kg waste. Not accounted for: {difference} kg ({relative})."
        ).format(
            inputs=report.number(balance.inputs),
            product=report.number(balance.product),
            co_products=report.number(balance.co_products),
            wastes=report.number(balance.wastes),
            difference=report.number(_or_zero(balance.difference, balance.inputs)),
            relative=report.percent(balance.relative * 100),
        )
        if balance.returned:
            back = _("{kg} kg go straight back into the same process and are not counted.")
            text = f"{text} {back.format(kg=report.number(balance.returned))}"
    return titled(_("Mass balance"), [Words(text, BODY)])


def _or_zero(difference: float, inputs: float) -> float:
    """The difference, or zero where only rounding in binary is left of it."""
    return 0.0 if abs(difference) < 1e-9 * max(abs(inputs), 1e-9) else difference
