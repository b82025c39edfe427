"""Data quality ratings 1 to 5 and the primary share of one line, from facts (FORMATS 8.3, STANDARDS D.11)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import cache

from supplier_pcf.domain.energy import DirectEmission, EnergyUse
from supplier_pcf.domain.factor import EmissionFactor, Layer, RowType
from supplier_pcf.domain.flows import Flow, Material, Origin, OutsideProcess, TechnologyFit
from supplier_pcf.domain.places import geography_score, kind
from supplier_pcf.domain.study import Study
from supplier_pcf.engine.electricity import supply_of
from supplier_pcf.engine.primary import explain_primary, is_proven, primary_share
from supplier_pcf.engine.sharing import made_at
from supplier_pcf.engine.weighted import mean
from supplier_pcf.rules import AgeFrom, QualityOf, RuleSet

__all__ = ["Quality", "age_score", "explain_primary", "is_proven"]

WORST = 5.0
Scores = tuple[float, float, float]
"""Technology, time, geography."""

_TECHNOLOGY = {
    TechnologyFit.EXACT: 1.0,
    TechnologyFit.SAME_COMPANY: 2.0,
    TechnologyFit.AVERAGE_SAME: 3.0,
    TechnologyFit.SIMILAR: 4.0,
    TechnologyFit.UNKNOWN: WORST,
}
_BEST_OF_SECONDARY = 3.0

# The matrices rate factors; for the plant's own amounts we read them so: measured on the equipment
# is exact, worked out from the plant's own meters is the same company, a guess is a proxy or unknown.
_OWN_AMOUNT = {
    Origin.MEASURED: TechnologyFit.EXACT,
    Origin.CALCULATED: TechnologyFit.SAME_COMPANY,
    Origin.ESTIMATED: TechnologyFit.SIMILAR,
    Origin.ASSUMED: TechnologyFit.UNKNOWN,
}

_AGES = ((366, 1.0), (731, 2.0), (1096, 3.0), (1461, 4.0))
_UNRATED: Scores = (WORST, WORST, WORST)
"""Of a supplier's footprint that came without ratings (STANDARDS D.10)."""


def age_score(last_day: date | None, reference: date | None) -> float:
    """How old data is at the reference day: 1 up to a year, 5 beyond four years or unknown."""
    if last_day is None or reference is None:
        return WORST
    age = (reference - last_day).days
    return next((score for days, score in _AGES if age <= days), WORST)


@dataclass(slots=True)
class Quality:
    """Rates the lines of one study under one rule set."""

    study: Study
    rules: RuleSet
    as_of: date
    _sites: tuple[tuple[str, float], ...] = field(init=False)
    """Places of the sites and what part of the product each made; the first one, where that is not known."""
    _age_reference: date | None = field(init=False)
    _of_factor: dict[tuple[str, TechnologyFit | None, str], Scores] = field(
        init=False, default_factory=dict
    )

    _primary_of: dict[str, float] = field(init=False, default_factory=dict)
    """What is primary of a measured material, by factor: nothing else decides it."""

    def __post_init__(self) -> None:
        self._sites = _weighted_sites(self.study)
        from_issue = self.rules.age_from is AgeFrom.ISSUE
        self._age_reference = self.as_of if from_issue else self.study.period.end

    def scores(self, flow: Flow, factor: EmissionFactor) -> Scores:
        """The line's ratings; under Catena-X v4 the worse of amount and factor (its 7.2.5)."""
        if factor.row_type is RowType.GWP:
            return self._activity(flow)
        rated = self._factor(flow, factor)
        if self.rules.quality_of is QualityOf.FACTOR:
            return rated
        own = self._activity(flow)
        return max(rated[0], own[0]), max(rated[1], own[1]), max(rated[2], own[2])

    def primary_share(self, flow: Flow, factor: EmissionFactor) -> float:
        """0 to 1; primary needs both sides: the amount and the factor (Catena-X v4, 6.1)."""
        if type(flow) is not Material or flow.factor_is_primary is not None:
            return primary_share(flow, factor, self.rules)
        primary = flow.activity_is_primary
        if not (flow.origin is Origin.MEASURED if primary is None else primary):
            return 0.0
        found = self._primary_of.get(factor.id)
        if found is None:
            found = self._primary_of[factor.id] = primary_share(flow, factor, self.rules)
        return found

    def _factor(self, flow: Flow, factor: EmissionFactor) -> Scores:
        if type(flow) is Material and flow.allocation is None and not flow.origin_place:
            where = ""
        else:
            where = stated_place(flow) or site_of(flow, self.study)
        key = (factor.id, flow.technology_fit, where)
        found = self._of_factor.get(key)
        if found is None:
            found = self._of_factor[key] = self._rate(flow, factor, where)
        return found

    def _rate(self, flow: Flow, factor: EmissionFactor, where: str) -> Scores:
        if factor.ratings is not None:
            declared = factor.ratings
            return declared.technology, declared.time, declared.geography
        if factor.layer is Layer.SUPPLIER:
            return _UNRATED
        technology = _TECHNOLOGY.get(flow.technology_fit or TechnologyFit.UNKNOWN, WORST)
        if factor.primary_share == 0:
            technology = max(technology, _BEST_OF_SECONDARY)
        end = None if factor.year_to is None else date(factor.year_to, 12, 31)
        return (
            technology,
            age_score(end, self._age_reference),
            self._geography(factor.place, where),
        )

    def _activity(self, flow: Flow) -> Scores:
        facts = flow.facts
        fit = facts.technology
        if fit is None and flow.origin is not None:
            fit = _OWN_AMOUNT[flow.origin]
        site = site_of(flow, self.study)
        end = _day(facts.period_end) if facts.period_end else self.study.period.end
        geography = 1.0 if not facts.place and self._is_somewhere(site) else WORST
        if facts.place:
            geography = self._geography(facts.place, site)
        return _TECHNOLOGY[fit or TechnologyFit.UNKNOWN], self._own_age(end), geography

    def _is_somewhere(self, site: str) -> bool:
        return bool(site) or all(place for place, _ in self._sites)

    def _geography(self, place: str, site: str) -> float:
        """How near data is to the site; without one to all sites, weighted with what each made."""
        if site:
            return _nearness(place, site)
        if len(self._sites) == 1:
            return _nearness(place, self._sites[0][0])
        near = [_nearness(place, own) for own, _ in self._sites]
        return mean([part for _, part in self._sites], near, 1.0)

    def _own_age(self, end: date | None) -> float:
        return age_score(end, self._age_reference)


def _weighted_sites(study: Study) -> tuple[tuple[str, float], ...]:
    made = made_at(study)
    if made:
        return tuple((site.place, made[site.id]) for site in study.sites if site.id in made)
    return ((study.sites[0].place if study.sites else "", 1.0),)


def _nearness(place: str, site: str) -> float:
    return 1.0 if place and place == site else float(geography_score(place, site))


_SITED = (EnergyUse, DirectEmission)
_SAYS_ITS_PLACE = {Material: "origin_place", OutsideProcess: "place"}


def stated_place(flow: Flow) -> str:
    """Where a bought material or process comes from, where that is said by a code."""
    name = _SAYS_ITS_PLACE.get(type(flow))
    stated = getattr(flow, name) if name else ""
    return stated if stated and kind(stated) in ("subdivision", "country") else ""


def site_of(flow: Flow, study: Study) -> str:
    """The place of the plant a flow belongs to; empty where it is not said."""
    site_id = ""
    if isinstance(flow, EnergyUse) and flow.part_of is not None:
        flow = supply_of(study, flow)
    if isinstance(flow, _SITED):
        site_id = flow.site_id or _site_of_meter(flow, study)
    if not site_id and flow.allocation is not None:
        site_id = flow.allocation.site_id
    if not site_id:
        return ""
    site = study.site(site_id)
    return site.place if site else ""


def _site_of_meter(flow: Flow, study: Study) -> str:
    meter_id = flow.meter_id if isinstance(flow, EnergyUse) else None
    meter = study.meter(meter_id) if meter_id is not None else None
    return meter.site_id if meter else ""


@cache
def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
