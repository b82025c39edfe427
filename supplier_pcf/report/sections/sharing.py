"""How burdens were shared: with co-products, and of what the plant used; and the mass balance."""

from __future__ import annotations

from collections.abc import Iterator

from reportlab.platypus import Flowable

from supplier_pcf.domain.energy import EnergyUse
from supplier_pcf.domain.flows import AllocationBasis, Flow
from supplier_pcf.engine.amounts import Amounts
from supplier_pcf.engine.meters import taken_off
from supplier_pcf.engine.result import NotCounted
from supplier_pcf.engine.sharing import allocated_share
from supplier_pcf.report.context import Report, Room
from supplier_pcf.report.labels import basis_title, unit_title
from supplier_pcf.report.layout import BODY, Words, titled
from supplier_pcf.report.sections.co_products import co_products, scrap


def allocation(report: Report, room: Room) -> Flowable:
    """The product's share of joint burdens, and of every amount that is the whole plant's."""
    _ = report.translate
    body: list[Flowable] = [*co_products(report, room), *scrap(report)]
    shared = list(shared_amounts(report))
    body += [Words(text, BODY, bullet=True, max_lines=2) for text in shared[: room.shares]]
    more = len(shared) - room.shares
    if more > 0:
        body.append(Words(_("and {count} more").format(count=more), BODY, bullet=True))
    body += [Words(text, BODY, bullet=True, max_lines=2) for text in _trips(report)[: room.shares]]
    if not shared:
        body.append(Words(_("No amount of the plant had to be shared among products."), BODY))
    if report.study.scope.allocation_text.strip():
        body.append(Words(report.study.scope.allocation_text, BODY, max_lines=room.text_lines))
    return titled(_("Allocation"), body)


def shared_amounts(report: Report) -> Iterator[str]:
    """A sentence for every amount of the plant: its share, what was taken off first, what is held elsewhere."""
    counted = {line.id for line in report.result.flows if line.counted}
    for flow in report.study.flows():
        basis = flow.allocation.basis if flow.allocation else AllocationBasis.ALL
        if basis is not AllocationBasis.ALL and flow.id in counted:
            yield " ".join(filter(None, (_share_of(report, flow, basis), _taken_off(report, flow))))
    yield from _held(report)


def _taken_off(report: Report, flow: Flow) -> str:
    """What of the meter was not production, where something was taken off."""
    _ = report.translate
    meter_id = flow.meter_id if isinstance(flow, EnergyUse) else None
    meter = None if meter_id is None else report.study.meter(meter_id)
    off = 0.0 if meter is None else taken_off(meter)
    if meter is None or not off:
        return ""
    text = _("Before that {off} {unit} that are not production were taken off the meter.")
    return text.format(off=report.number(off), unit=unit_title(meter.unit, _))


def _held(report: Report) -> Iterator[str]:
    """Energy that another row holds: shown, and not counted again."""
    _ = report.translate
    uses = {use.id: use for use in report.study.energy_uses}
    for line in report.result.flows:
        if line.reason is NotCounted.INCLUDED:
            holder = uses[uses[line.id].included_in or ""]
            yield _("{name}: made on site, contained in {holder} and not counted again.").format(
                name=line.name or _("(no name)"), holder=holder.name or _("(no name)")
            )


def _share_of(report: Report, flow: Flow, basis: AllocationBasis) -> str:
    _ = report.translate
    share = allocated_share(report.study, flow.allocation, getattr(flow, "site_id", ""))
    return _("{name}: {share} of the plant's amount, {basis}.").format(
        name=flow.name or _("(no name)"),
        share=report.digits_percent(None if share is None else share * 100),
        basis=basis_title(basis, _),
    )


def _trips(report: Report) -> list[str]:
    """The fuel of each trip that is shared by mass among all that the vehicle carried."""
    _, said = report.translate, []
    amounts = Amounts(report.study)
    lines = {line.id: line for line in report.result.flows if line.counted}
    for flow in report.study.transports:
        leg = amounts.leg(flow)
        if flow.id not in lines or leg.trip is None or leg.load is None or leg.tonnes is None:
            continue
        if report.is_licensed(lines[flow.id]):
            continue
        fuel, load, carried = (
            f"{report.number(value)} {unit_title(unit, _)}"
            for value, unit in (leg.trip, (leg.load, "t"), (leg.tonnes * 1000, "kg"))
        )
        text = _(
            "{name}: {fuel} for the trip, shared by mass; {carried} of {load} are this product's."
        )
        name = flow.name or _("(no name)")
        said.append(text.format(name=name, fuel=fuel, carried=carried, load=load))
    return said


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
