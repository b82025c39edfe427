"""What would lower a footprint, proposed from the study itself: levers for its largest rows, with factors at hand.

No factor is invented: where the library and the study hold none that fits, the user has to choose one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from supplier_pcf.app.calculation import Calculated
from supplier_pcf.app.scenarios import quick_view, share_text
from supplier_pcf.checks.power_decision import same_market
from supplier_pcf.domain.energy import ElectricitySource, EnergyUse
from supplier_pcf.domain.factor import (
    Boundary,
    EmissionFactor,
    Layer,
    PowerMix,
    Provenance,
    RowType,
    ScrapConvention,
)
from supplier_pcf.domain.flows import PCF_STAGES, Flow, Material, OutsideProcess, Packaging
from supplier_pcf.domain.numbers import significant
from supplier_pcf.domain.places import geography_score
from supplier_pcf.domain.scenario import Lever, Scenario, ScenarioChange
from supplier_pcf.domain.transport import Transport, TransportMode
from supplier_pcf.domain.units import UnitMismatch, dimension_of, ratio
from supplier_pcf.engine.amounts import Amounts
from supplier_pcf.engine.electricity import is_power, supply_of
from supplier_pcf.engine.recycling import entered_share, holds_recycled
from supplier_pcf.engine.result import FlowResult
from supplier_pcf.engine.scenarios import apply
from supplier_pcf.factors.library import FactorLibrary
from supplier_pcf.factors.power_mix import mix_of, technologies
from supplier_pcf.words import Said

TOP = 3
"""For how many of the largest rows levers are proposed by themselves."""
_ONE_FIFTH_LESS = 0.8
_HALF = 0.5
_MUCH_RECYCLED = 0.8
_GREEN = ("wind", "photovoltaic", "hydro")
"""Ways of generation that green certificates are traded for, by the end of a factor's id, the usual ones first."""
_RECYCLED = ("recycled", "secondary")
_FREE = (ElectricitySource.GRID, ElectricitySource.RESIDUAL, ElectricitySource.SUPPLIER_MIX)
"""Power that can still be bought otherwise."""
_OTHER_MODE = {
    TransportMode.ROAD: ("rail", "mode"),
    TransportMode.COURIER: ("rail", "mode"),
    TransportMode.AIR: ("sea", "ship"),
}
_SEA = "container ship average"


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A scenario that fits the study: its words, and the changes it is made of."""

    said: Said
    changes: tuple[ScenarioChange, ...]

    @property
    def name(self) -> Said:
        """What the scenario is called: nothing that is still to be changed."""
        code, told = self.said
        return f"scenario.name.{code.rpartition('.')[2]}", {"row": told["row"]}


def largest(done: Calculated, count: int | None = TOP) -> tuple[FlowResult, ...]:
    """The rows with the largest contributions, from the largest down; all of them with None."""
    inside = [f for f in done.result.flows if f.counted and f.stage in PCF_STAGES and f.kg_co2e > 0]
    return tuple(sorted(inside, key=lambda f: -f.kg_co2e)[:count])


def proposals(
    done: Calculated, language: str = "en", choice: FactorLibrary | None = None
) -> tuple[Proposal, ...]:
    """Levers for the three largest rows, then for the step with most rejects; `choice` are the factors to choose from."""
    found = [p for line in largest(done) for p in proposals_for(done, line, language, choice)]
    return (*found, *_rejects(done))


def proposals_for(
    done: Calculated, line: FlowResult, language: str = "en", choice: FactorLibrary | None = None
) -> tuple[Proposal, ...]:
    """Every lever that fits one row."""
    flow = done.study.flow(line.id)
    if flow is None:
        return ()
    return tuple(_Row(done, flow, line, language, choice or done.examined.library).levers())


@dataclass(frozen=True, slots=True)
class _Row:
    """One row that levers are looked for."""

    done: Calculated
    flow: Flow
    line: FlowResult
    language: str
    library: FactorLibrary

    def levers(self) -> Iterator[Proposal]:
        """Those that fit its kind, the most usual first."""
        flow = self.flow
        if isinstance(flow, EnergyUse):
            if is_power(flow) and flow.source in _FREE:
                yield self._power()
            yield self._amount()
        elif isinstance(flow, Material):
            yield from self._material(flow)
        elif isinstance(flow, Transport):
            yield from self._transport(flow)
            yield self._amount()
        elif isinstance(flow, OutsideProcess | Packaging):
            yield self._supplier()
            yield self._amount()
        else:
            yield self._amount()

    def _make(
        self, code: str, change: ScenarioChange, *more: ScenarioChange, **told: str
    ) -> Proposal:
        row = self.flow.name or self.flow.id
        return Proposal(
            said=(f"scenario.propose.{code}", {"row": row, **told}), changes=(change, *more)
        )

    def _change(self, lever: Lever, number: float | None, factor_id: str = "") -> ScenarioChange:
        where = f"{self.line.kind}/{self.flow.id}"
        return ScenarioChange(lever=lever, where=where, number=number, factor_id=factor_id)

    def _power(self) -> Proposal:
        amount = f"{significant(self.line.amount, self.language)} {self.line.unit}"
        green = self._green()
        change = self._change(Lever.POWER, 1.0, green.id if green else "")
        # a block is bought for its whole supply
        supply = supply_of(self.done.study, self.flow) if isinstance(self.flow, EnergyUse) else None
        if supply is not None and supply is not self.flow:
            change = self._change(Lever.FACTOR, None, green.id if green else "")
        return self._make("power", change, amount=amount)

    def _green(self) -> EmissionFactor | None:
        """An own factor of one way of generation of this market first, else the library's usual ones."""
        study = self.done.study
        site = study.site(getattr(self.flow, "site_id", ""))
        place = site.place if site else ""
        if not place:
            return None
        own: list[EmissionFactor] = [
            f
            for f in (*study.factors, *self.library)
            if f.layer is not Layer.BUNDLED
            and mix_of(f) is PowerMix.TECHNOLOGY
            and same_market(f.place, place)
        ]
        if own:
            return min(own, key=lambda f: f.kg_co2e)
        known = technologies(self.library, place)
        for way in _GREEN:
            fitting = [f for f in known if f.id.endswith(way)]
            if fitting:
                return max(fitting, key=lambda f: (f.year_to or 0, f.id))
        return None

    def _amount(self) -> Proposal:
        return self._make("amount", self._change(Lever.AMOUNT, _ONE_FIFTH_LESS))

    def _supplier(self) -> Proposal:
        return self._make("factor", self._change(Lever.FACTOR, None))

    def _material(self, flow: Material) -> Iterator[Proposal]:
        main = self.done.examined.factor(flow.factor_id)
        if main is not None and not flow.is_auxiliary and not holds_recycled(main):
            before = entered_share(flow) or 0.0
            share = _MUCH_RECYCLED if before < _MUCH_RECYCLED else 1.0
            if before < 1:
                recycled = flow.recycled_factor_id or _id(self._recycled(main))
                yield self._make(
                    "recycled_share",
                    self._change(Lever.RECYCLED_SHARE, share, recycled),
                    before=share_text(before, self.language),
                    share=share_text(share, self.language),
                )
        if self._saved() > 0:
            yield self._make("loss", self._change(Lever.LOSS, _HALF), *self._less_scrap())
        yield self._supplier()

    def _recycled(self, main: EmissionFactor) -> EmissionFactor | None:
        """The recycled grade of the same family: same form, no credit inside, the nearest place."""
        place = self.done.study.sites[0].place if self.done.study.sites else ""
        family = main.subcategory.partition(" ")[0].casefold()
        fitting = [
            f
            for f in self.library
            if f.category == main.category == "material"
            and family
            and f.subcategory.casefold().partition(" ")[0] == family
            and any(word in f.name.casefold() for word in _RECYCLED)
            and f.row_type is RowType.FACTOR
            and f.boundary is Boundary.CRADLE_TO_GATE
            and f.scrap_convention is not ScrapConvention.CREDITED
            and f.includes_forming == main.includes_forming
            and dimension_of(f.unit) is dimension_of(main.unit)
            and f.kg_co2e < main.kg_co2e
        ]
        fitting.sort(
            key=lambda f: (
                f.provenance is Provenance.SINGLE_VALUE,
                geography_score(f.place, place),
                -(f.year_to or 0),
                f.id,
            )
        )
        return fitting[0] if fitting else None

    def _saved(self) -> float:
        """kg less that go in per declared unit where half of the scrap is spared; 0 where none is known."""
        examined = self.done.examined
        scenario = Scenario(id="", changes=(self._change(Lever.LOSS, _HALF),))
        then = apply(examined.study, scenario, examined.library)
        if then.not_made:
            return 0.0
        flow = next(m for m in then.study.materials if m.id == self.flow.id)
        before = examined.amounts.gross_mass(self.flow)  # type: ignore[arg-type]
        after = Amounts(then.study).gross_mass(flow)
        units = self.done.result.units_per_declared_unit
        if before is None or after is None or units is None:
            return 0.0
        # a percent of rejects alone is no scrap that a tool could spare
        return (before - after) * units if before - after > 0.01 * before else 0.0

    def _less_scrap(self) -> tuple[ScenarioChange, ...]:
        """The only scrap of production that can hold what is spared falls by as much."""
        study, saved = self.done.study, self._saved()
        holds = {w.id for w in study.wastes if not w.of_packaging and not w.hazardous}
        kg = {}
        for line in self.done.result.flows:
            if line.id in holds and line.amount is not None:
                try:
                    kg[line.id] = line.amount * ratio(line.unit, "kg")
                except UnitMismatch:
                    continue
        if len(kg) != 1 or len(holds) != 1:
            return ()
        ((waste_id, whole),) = kg.items()
        if not whole > saved:
            return ()
        where = f"wastes/{waste_id}"
        return (
            ScenarioChange(lever=Lever.AMOUNT, where=where, number=round(1 - saved / whole, 3)),
        )

    def _transport(self, flow: Transport) -> Iterator[Proposal]:
        other = _OTHER_MODE.get(flow.mode)
        if other is None:
            return
        mode, code = other
        known = [
            f
            for f in self.library
            if f.category == "transport"
            and f.subcategory == mode
            and f.boundary is Boundary.WELL_TO_WHEEL
            and f.row_type is RowType.FACTOR
            and f.unit == "t.km"
            and (mode != "sea" or _SEA in f.name.casefold())
        ]
        best = max(known, key=lambda f: (f.year_to or 0, f.id), default=None)
        yield self._make(code, self._change(Lever.FACTOR, None, _id(best)))


def _id(factor: EmissionFactor | None) -> str:
    return "" if factor is None else factor.id


def _rejects(done: Calculated) -> Iterator[Proposal]:
    """Half the rejects of the step with most, where something is lost by it."""
    steps = [step for step in done.study.process_steps if step.reject_share]
    step = max(steps, key=lambda s: s.reject_share or 0.0, default=None)
    if step is None:
        return
    change = ScenarioChange(lever=Lever.REJECTS, where=f"process_steps/{step.id}", number=_HALF)
    # where gross amounts are entered, the rejects are in them already
    if not quick_view(done, Scenario(id="", changes=(change,))).changes_something:
        return
    yield Proposal(
        said=("scenario.propose.rejects", {"row": step.name or step.id}), changes=(change,)
    )
