"""Which electricity went in, by which factor, and what stands about grid losses (ISO 14067 clause 6.4.9.4)."""

from __future__ import annotations

from collections.abc import Iterator

from reportlab.platypus import Flowable

from supplier_pcf.domain.energy import Carrier, Criterion, EnergyUse, InstrumentProof
from supplier_pcf.domain.factor import Boundary, EmissionFactor, Layer
from supplier_pcf.engine.electricity import OWN_SOURCES, PowerFactor
from supplier_pcf.engine.result import FlowResult
from supplier_pcf.report.context import Report, Room
from supplier_pcf.report.labels import source_title, unit_title
from supplier_pcf.report.layout import BODY, Words, titled
from supplier_pcf.words import sentence

_WITH_GRID = (Boundary.DELIVERED_LIFE_CYCLE, Boundary.GENERATION_AND_GRID)
_WITHOUT_GRID = (Boundary.GENERATION, Boundary.GENERATION_LIFE_CYCLE)


def electricity(report: Report, room: Room) -> Flowable:
    """Every block of electricity with its factor, and one word on losses and certificates."""
    _ = report.translate
    blocks = list(_blocks(report))
    if not blocks:
        return titled(
            _("Electricity"), [Words(_("No electricity of our own use is counted."), BODY)]
        )
    body: list[Flowable] = [
        Words(_block(report, use, line), BODY, bullet=True, max_lines=7)
        for use, line in blocks[: room.electricity]
    ]
    more = len(blocks) - room.electricity
    if more > 0:
        body.append(Words(_("and {count} more").format(count=more), BODY, bullet=True))
    factors = [f for __, line in blocks if (f := report.factor_of(line))]
    texts = [*(_both(report) if report.result.power.lines else ()), *_statements(report, factors)]
    body += [Words(text, BODY) for text in texts]
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
    return " ".join([amount, *_factor(report, line), *_kind(report, use), *_proof(report, use)])


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
    if line.power is not None:
        yield from _parts(report, line.power)


def _parts(report: Report, made: PowerFactor) -> Iterator[str]:
    """What is added to the main factor, and what comes of it."""
    _ = report.translate
    for part in made.parts[1:]:
        factor = report.factors.get(part.factor_id)
        if factor is not None and not part.left_out:
            text = _("Added: {factor}, {value} kg CO₂e.")
            yield text.format(factor=report.factor_title(factor), value=report.number(part.kg_co2e))
    if made.loss_share:
        yield _("Divided by what arrives, with losses of {share}.").format(
            share=report.percent(100 * made.loss_share)
        )
    yield _("Together {value} kg CO₂e.").format(value=report.number(made.buckets.excluding_uptake))


def _kind(report: Report, use: EnergyUse) -> Iterator[str]:
    """What the rules ask for in this block."""
    decision = report.decisions.get(use.id)
    if decision is not None:
        told = {"rules": report.rules.title}
        yield sentence(f"power.kind.{decision.kind.value}", told, report.translate)


def _origin(factor: EmissionFactor) -> str:
    years = sorted({y for y in (factor.year_from, factor.year_to) if y})
    shown = ", ".join(filter(None, (factor.place, "–".join(map(str, years)))))
    return f" ({shown})" if shown else ""


def _proof(report: Report, use: EnergyUse) -> Iterator[str]:
    _ = report.translate
    if use.proof is None:
        return
    if use.source in OWN_SOURCES:
        sold = use.proof.certificates_sold
        if sold is not None:
            no, yes = _("No certificates were sold for it."), _("Its certificates were sold.")
            yield yes if sold else no
        return
    met = sum(getattr(use.proof, criterion.value) is True for criterion in Criterion)
    yield _("{met} of {all} criteria for contracts are met.").format(met=met, all=len(Criterion))
    documents = _documents(report, use.proof)
    if documents:
        yield _("Documents: {titles}.").format(titles="; ".join(documents))
    if use.proof.serials.strip():
        yield _("Certificates: {serials}.").format(serials=use.proof.serials.strip())


def _documents(report: Report, proof: InstrumentProof) -> list[str]:
    """The titles of the documents behind the criteria, each once."""
    titles = {e.id: e.title or e.file or e.id for e in report.study.evidence}
    ids = dict.fromkeys(i for p in proof.criteria for i in p.evidence)
    return [titles[i] for i in ids if i in titles]


def _both(report: Report) -> Iterator[str]:
    """The footprint as bought and by location, with the mix that makes the second (ISO 14067 clause 6.4.9.4.4)."""
    _, power = report.translate, report.result.power
    market = report.number(power.market)
    mixes = {line.factor_id: None for line in power.lines if line.factor_id}
    factors = [f for i in mixes if (f := report.factors.get(i)) is not None]
    if any(factor.layer is Layer.LICENSED for factor in factors):
        return
    if power.location is None:
        yield _(
            "Market-based footprint: {market} kg CO₂e. The location-based one is not known, since no average mix of a "
            "place is at hand."
        ).format(market=market)
        return
    named = [report.factor_title(factor) for factor in factors]
    yield _(
        "Footprint with power as bought (market-based): {market} kg CO₂e; with all power by the average mix of its place "
        "(location-based): {location} kg CO₂e. Average mix: {mix}."
    ).format(market=market, location=report.number(power.location), mix="; ".join(named))


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
