"""Data quality ratings 1 to 5 and the primary share of one line, from facts (FORMATS 8.3, STANDARDS D.11)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import cache

from supplier_pcf.domain.energy import Criterion, EnergyUse, InstrumentProof
from supplier_pcf.domain.factor import Boundary, EmissionFactor, RowType
from supplier_pcf.domain.flows import Flow, Origin, TechnologyFit
from supplier_pcf.domain.places import geography_score
from supplier_pcf.domain.study import Study
from supplier_pcf.engine.electricity import supply_of
from supplier_pcf.rules import AgeFrom, QualityOf, RuleSet

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

_COMBUSTION = (Boundary.COMBUSTION, Boundary.COMBUSTION_AND_UPSTREAM)


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
    _site: str = field(init=False)
    _age_reference: date | None = field(init=False)
    _of_factor: dict[tuple[str, TechnologyFit | None, str], Scores] = field(
        init=False, default_factory=dict
    )

    def __post_init__(self) -> None:
        self._site = self.study.sites[0].place if self.study.sites else ""
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
        primary = flow.activity_is_primary
        if primary is None:
            primary = flow.origin is Origin.MEASURED
        return self._primary_factor(flow, factor) if primary else 0.0

    def _primary_factor(self, flow: Flow, factor: EmissionFactor) -> float:
        if flow.factor_is_primary is not None:
            return 1.0 if flow.factor_is_primary else 0.0
        if factor.row_type is RowType.GWP:
            return 1.0
        if self.rules.matched_certificate_is_primary and _is_matched(flow):
            return 1.0
        if self.rules.combustion_is_primary and factor.boundary in _COMBUSTION:
            return _combustion_part(factor)
        return factor.primary_share

    def _factor(self, flow: Flow, factor: EmissionFactor) -> Scores:
        site = _site_of(flow, self.study) or self._site
        key = (factor.id, flow.technology_fit, site)
        found = self._of_factor.get(key)
        if found is None:
            found = self._of_factor[key] = self._rate(flow, factor, site)
        return found

    def _rate(self, flow: Flow, factor: EmissionFactor, site: str) -> Scores:
        if factor.ratings is not None:
            declared = factor.ratings
            return declared.technology, declared.time, declared.geography
        technology = _TECHNOLOGY.get(flow.technology_fit or TechnologyFit.UNKNOWN, WORST)
        if factor.primary_share == 0:
            technology = max(technology, _BEST_OF_SECONDARY)
        end = None if factor.year_to is None else date(factor.year_to, 12, 31)
        return (
            technology,
            age_score(end, self._age_reference),
            float(geography_score(factor.place, site)),
        )

    def _activity(self, flow: Flow) -> Scores:
        facts = flow.facts
        fit = facts.technology
        if fit is None and flow.origin is not None:
            fit = _OWN_AMOUNT[flow.origin]
        site = _site_of(flow, self.study) or self._site
        place = facts.place or site
        end = _day(facts.period_end) if facts.period_end else self.study.period.end
        geography = 1.0 if place and place == site else float(geography_score(place, site))
        return _TECHNOLOGY[fit or TechnologyFit.UNKNOWN], self._own_age(end), geography

    def _own_age(self, end: date | None) -> float:
        return age_score(end, self._age_reference)


def _site_of(flow: Flow, study: Study) -> str:
    if isinstance(flow, EnergyUse):
        flow = supply_of(study, flow)
    site_id = getattr(flow, "site_id", "")
    if not site_id:
        return ""
    site = study.site(site_id)
    return site.place if site else ""


@cache
def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _combustion_part(factor: EmissionFactor) -> float:
    if factor.boundary is Boundary.COMBUSTION:
        return 1.0
    whole = factor.kg_co2e
    return factor.direct / whole if factor.direct is not None and whole > 0 else 0.0


def is_proven(proof: InstrumentProof | None) -> bool:
    """Whether all five criteria of ISO 14067 clause 6.4.9.4.4 are answered with yes."""
    return proof is not None and all(getattr(proof, c.value) for c in Criterion)


def _is_matched(flow: Flow) -> bool:
    return isinstance(flow, EnergyUse) and flow.is_tracked_factor and is_proven(flow.proof)
