"""Which electricity went in, by which factor, and what stands about grid losses (ISO 14067 clause 6.4.9.4)."""

from __future__ import annotations

from collections.abc import Iterator

from reportlab.platypus import Flowable

from supplier_pcf.domain.energy import Carrier, EnergyUse
from supplier_pcf.domain.factor import Boundary, EmissionFactor
from supplier_pcf.engine.result import FlowResult
from supplier_pcf.report.context import Report, Room
from supplier_pcf.report.labels import source_title, unit_title
from supplier_pcf.report.layout import BODY, Words, titled

_WITH_GRID = (Boundary.DELIVERED_LIFE_CYCLE, Boundary.GENERATION_AND_GRID)
_WITHOUT_GRID = (Boundary.GENERATION, Boundary.GENERATION_LIFE_CYCLE)
_CRITERIA = (
    "carries_attributes",
    "unique_claim",
    "cancelled_for_us",
    "close_in_time",
    "same_market",
)


def electricity(report: Report, room: Room) -> Flowable:
    """Every block of electricity with its factor, and one word on losses and certificates."""
    _ = report.translate
    blocks = list(_blocks(report))
    if not blocks:
        return titled(
            _("Electricity"), [Words(_("No electricity of our own use is counted."), BODY)]
        )
    body: list[Flowable] = [
        Words(_block(report, use, line), BODY, bullet=True, max_lines=4)
        for use, line in blocks[: room.electricity]
    ]
    more = len(blocks) - room.electricity
    if more > 0:
        body.append(Words(_("and {count} more").format(count=more), BODY, bullet=True))
    factors = [f for __, line in blocks if (f := report.factor_of(line))]
    body += [Words(text, BODY) for text in _statements(report, factors)]
    return titled(_("Electricity"), body)


def _blocks(report: Report) -> Iterator[tuple[EnergyUse, FlowResult]]:
    flows = report.flows_by_id()
    for line in report.result.flows:
        flow = flows.get(line.id)
        if line.counted and isinstance(flow, EnergyUse) and flow.carrier is Carrier.ELECTRICITY:
            yield flow, line


def _block(report: Report, use: EnergyUse, line: FlowResult) -> str:
    _ = report.translate
    if report.is_licensed(line):
        return " ".join([_licensed(report, use, line), *_proof(report, use)])
    amount = _("{name}: {amount} {unit}, {source}.").format(
        name=line.name or _("(no name)"),
        amount=report.number(line.amount),
        unit=unit_title(line.unit, _),
        source=source_title(use.source, _),
    )
    return " ".join([amount, *_factor(report, line), *_proof(report, use)])


def _licensed(report: Report, use: EnergyUse, line: FlowResult) -> str:
    """Neither the value nor the amount that would give it away."""
    _ = report.translate
    factor = report.factor_of(line)
    return _(
        "{name}: {source}. Factor: {factor}, licensed data whose value is not passed on."
    ).format(
        name=line.name or _("(no name)"),
        source=source_title(use.source, _),
        factor=report.factor_title(factor) if factor else "",
    )


def _factor(report: Report, line: FlowResult) -> Iterator[str]:
    _ = report.translate
    factor = report.factor_of(line)
    if factor is not None:
        yield _("Factor: {factor}, {value} kg CO₂e per {unit}.").format(
            factor=f"{report.factor_title(factor)}{_origin(factor)}",
            value=report.number(factor.kg_co2e),
            unit=unit_title(factor.unit, _),
        )


def _origin(factor: EmissionFactor) -> str:
    years = sorted({y for y in (factor.year_from, factor.year_to) if y})
    shown = ", ".join(filter(None, (factor.place, "–".join(map(str, years)))))
    return f" ({shown})" if shown else ""


def _proof(report: Report, use: EnergyUse) -> Iterator[str]:
    _ = report.translate
    if use.proof is None:
        return
    met = sum(getattr(use.proof, name) is True for name in _CRITERIA)
    yield _("{met} of {all} criteria for contracts are met.").format(met=met, all=len(_CRITERIA))
    if use.proof.serials.strip():
        yield _("Certificates: {serials}.").format(serials=use.proof.serials.strip())


def _statements(report: Report, factors: list[EmissionFactor]) -> Iterator[str]:
    _ = report.translate
    boundaries = {factor.boundary for factor in factors}
    if boundaries & frozenset(_WITH_GRID):
        yield _(
            "Factors for delivered electricity contain the losses of transmission and distribution; "
            "nothing is added for them."
        )
    if boundaries & frozenset(_WITHOUT_GRID):
        yield _(
            "Factors for generation alone do not contain the losses of transmission and distribution."
        )
