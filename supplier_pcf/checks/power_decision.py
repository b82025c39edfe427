"""Which kind of power the rules ask for, block by block (STANDARDS B.3; ISO 14067 clause 6.4.9.4; Catena-X v4, 5.2.6)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from supplier_pcf.domain.energy import (
    Criterion,
    ElectricitySource,
    EnergyUse,
    InstrumentProof,
)
from supplier_pcf.domain.factor import EmissionFactor, PowerMix
from supplier_pcf.domain.places import country_of
from supplier_pcf.domain.site import Site
from supplier_pcf.domain.study import Study
from supplier_pcf.engine.electricity import CONTRACTS, OWN_SOURCES, supply_of
from supplier_pcf.engine.power_result import average_mix, factor_of, last_year
from supplier_pcf.engine.quality import is_proven
from supplier_pcf.factors.library import FactorLibrary
from supplier_pcf.factors.power_mix import (
    fossil_factors,
    is_fossil,
    mix_of,
    residual_factor,
)
from supplier_pcf.rules import ElectricityFallback, RuleSet


class PowerKind(StrEnum):
    """The kinds of power a block may have to be counted as."""

    OWN_TECHNOLOGY = "own_technology"
    """The life cycle of the own way of generation, building included."""
    INSTRUMENT = "instrument"
    """The way of generation the contract names."""
    SUPPLIER = "supplier"
    """The whole mix of the supplier."""
    RESIDUAL = "residual"
    FOSSIL = "fossil"
    CONSUMPTION = "consumption"
    LOCATION = "location"
    """The average mix, because nobody trades certificates there."""


class Question(StrEnum):
    """What is asked on the way to the kind of power, in this order."""

    OWN_PLANT = "own_plant"
    CERTIFICATES_KEPT = "certificates_kept"
    CONTRACT = "contract"
    HAS_CERTIFICATES = "has_certificates"
    CRITERIA = "criteria"
    TRACKED = "tracked"
    RESIDUAL_KNOWN = "residual_known"


class PowerLack(StrEnum):
    """What a decision still lacks."""

    CERTIFICATES_KEPT = "certificates_kept"
    METER_PROOF = "meter_proof"
    CERTIFICATES = "certificates"
    CRITERION = "criterion"
    CRITERION_FILE = "criterion_file"
    TRACKED = "tracked"
    RESIDUAL_MIX = "residual_mix"


class Step(NamedTuple):
    """One question and its answer; None: open, which counts as no."""

    question: Question
    answer: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """The kind of power that is asked for, how that came about, and what is missing for a better one."""

    kind: PowerKind
    steps: tuple[Step, ...]
    lacks: tuple[PowerLack, ...] = ()
    open_criteria: tuple[Criterion, ...] = ()
    failed_criteria: tuple[Criterion, ...] = ()
    without_file: tuple[Criterion, ...] = ()
    """Criteria that are answered with yes and have no document."""
    clause: str = ""
    factor_ids: tuple[str, ...] = ()
    """What is at hand for this kind of power, the main factor first; empty: nothing is."""


_EUROPE = frozenset(
    [
        "AT",
        "BE",
        "BG",
        "CH",
        "CY",
        "CZ",
        "DE",
        "DK",
        "EE",
        "ES",
        "FI",
        "FR",
        "GR",
        "HR",
        "HU",
        "IE",
        "IS",
        "IT",
        "LI",
        "LT",
        "LU",
        "LV",
        "MT",
        "NL",
        "NO",
        "PL",
        "PT",
        "RO",
        "SE",
        "SI",
        "SK",
    ]
)
"""One market of guarantees of origin: Directive (EU) 2018/2001, article 19, and the countries that
trade with it in the European Energy Certificate System (Association of Issuing Bodies)."""

_TRACKED = _EUROPE | {"CN", "GB", "US"}
"""Besides Europe: green electricity certificates (NEA rules of 2024), REGO (Ofgem), RECs (GHG Protocol
Scope 2 Guidance). Other countries are not listed, which means unknown, not: none."""

_FITS: dict[PowerKind, frozenset[PowerMix]] = {
    PowerKind.OWN_TECHNOLOGY: frozenset({PowerMix.TECHNOLOGY}),
    PowerKind.INSTRUMENT: frozenset({PowerMix.TECHNOLOGY, PowerMix.SUPPLIER}),
    PowerKind.SUPPLIER: frozenset({PowerMix.SUPPLIER}),
    PowerKind.RESIDUAL: frozenset({PowerMix.RESIDUAL}),
    PowerKind.FOSSIL: frozenset({PowerMix.FOSSIL, PowerMix.RESIDUAL}),
    PowerKind.CONSUMPTION: frozenset({PowerMix.CONSUMPTION, PowerMix.RESIDUAL, PowerMix.FOSSIL}),
    PowerKind.LOCATION: frozenset({PowerMix.CONSUMPTION, PowerMix.RESIDUAL, PowerMix.FOSSIL}),
}
"""Which factors are of a kind; those that stand for more than is asked for may be used, too."""


def fits(kind: PowerKind, factor: EmissionFactor) -> bool | None:
    """Whether a factor is of a kind of power; None where it does not say what it stands for."""
    if is_fossil(factor) and PowerMix.FOSSIL in _FITS[kind]:
        return True
    mix = mix_of(factor)
    return None if mix is None else mix in _FITS[kind]


def is_tracked(site: Site | None) -> bool | None:
    """Whether certificates of power are traded at a site, as stated or as known of its country."""
    if site is None:
        return None
    if site.power_is_tracked is not None:
        return site.power_is_tracked
    return True if country_of(site.place) in _TRACKED else None


def same_market(one: str, other: str) -> bool:
    """Whether a certificate of one place counts in another: the same country, or both in Europe's market."""
    first, second = country_of(one), country_of(other)
    return first == second or {first, second} <= _EUROPE


def decide(use: EnergyUse, study: Study, rules: RuleSet, library: FactorLibrary) -> Decision:
    """The kind of power the rules ask for in one block; what is open counts as no."""
    site = study.site(supply_of(study, use).site_id)
    proof = use.proof or InstrumentProof()
    steps: list[Step] = []
    own = _own_kind(use, proof, steps)
    kind = own or _rest_kind(use, study, site, rules, library, steps)
    contracted = use.source in (*CONTRACTS, ElectricitySource.SUPPLIER_MIX)
    answers = {c: getattr(proof, c.value) for c in Criterion} if contracted else {}
    filed = {p.criterion for p in proof.criteria if p.evidence}
    return Decision(
        kind=kind,
        steps=tuple(steps),
        lacks=tuple(dict.fromkeys(_lacks(use, study, steps, kind))),
        open_criteria=tuple(c for c, answer in answers.items() if answer is None),
        failed_criteria=tuple(c for c, answer in answers.items() if answer is False),
        without_file=tuple(c for c, yes in answers.items() if yes and c not in filed),
        clause=rules.clauses.get("electricity", ""),
        factor_ids=_at_hand(kind, study, site, library),
    )


def _own_kind(use: EnergyUse, proof: InstrumentProof, steps: list[Step]) -> PowerKind | None:
    """The kind of own power or of a proven contract; nothing where the power counts as the grid's."""
    is_own = use.source in OWN_SOURCES
    steps.append(Step(Question.OWN_PLANT, is_own))
    if is_own:
        sold = proof.certificates_sold
        steps.append(Step(Question.CERTIFICATES_KEPT, None if sold is None else not sold))
        return PowerKind.OWN_TECHNOLOGY if sold is False else None
    has_contract = use.source in (*CONTRACTS, ElectricitySource.SUPPLIER_MIX)
    steps.append(Step(Question.CONTRACT, has_contract))
    if not has_contract:
        return None
    if use.source is ElectricitySource.PPA:
        has_certificates = _has_certificates(proof)
        steps.append(Step(Question.HAS_CERTIFICATES, has_certificates))
        if not has_certificates:
            return None
    answers = [getattr(proof, c.value) for c in Criterion]
    met = True if is_proven(proof) else False if False in answers else None
    steps.append(Step(Question.CRITERIA, met))
    if not met:
        return None
    is_mix = use.source is ElectricitySource.SUPPLIER_MIX
    return PowerKind.SUPPLIER if is_mix else PowerKind.INSTRUMENT


def _has_certificates(proof: InstrumentProof) -> bool | None:
    """A power purchase agreement counts only with its certificates (Catena-X v4, 5.2.6.2)."""
    if proof.cancelled_for_us is False or proof.certificates_sold:
        return False
    filed = any(p.criterion is Criterion.CANCELLED_FOR_US and p.evidence for p in proof.criteria)
    return True if proof.serials.strip() or filed else None


def _rest_kind(
    use: EnergyUse,
    study: Study,
    site: Site | None,
    rules: RuleSet,
    library: FactorLibrary,
    steps: list[Step],
) -> PowerKind:
    """What power without a proven contract counts as."""
    tracked = is_tracked(site)
    steps.append(Step(Question.TRACKED, tracked))
    if tracked is False:
        return PowerKind.LOCATION
    known = bool(_residual(study, site, library)) or _uses_residual(use, study, library)
    steps.append(Step(Question.RESIDUAL_KNOWN, known))
    if known:
        return PowerKind.RESIDUAL
    is_fossil_asked = rules.electricity_fallback is ElectricityFallback.FOSSIL_MIX
    return PowerKind.FOSSIL if is_fossil_asked else PowerKind.CONSUMPTION


def _uses_residual(use: EnergyUse, study: Study, library: FactorLibrary) -> bool:
    factor = factor_of(study, library, use.factor_id)
    return factor is not None and mix_of(factor) is PowerMix.RESIDUAL


def _residual(study: Study, site: Site | None, library: FactorLibrary) -> EmissionFactor | None:
    if site is None:
        return None
    chosen = factor_of(study, library, site.residual_factor_id)
    return chosen or residual_factor(library, site.place, last_year(study))


def _at_hand(
    kind: PowerKind, study: Study, site: Site | None, library: FactorLibrary
) -> tuple[str, ...]:
    """The factors of a mix that are known for a site, the main one first."""
    found: tuple[EmissionFactor | None, ...] = ()
    if site is None:
        return ()
    if kind is PowerKind.RESIDUAL:
        found = (_residual(study, site, library),)
    elif kind is PowerKind.FOSSIL:
        found = fossil_factors(library, site.place, last_year(study))
    elif kind in (PowerKind.CONSUMPTION, PowerKind.LOCATION):
        found = (average_mix(study, site, library),)
    return tuple(factor.id for factor in found if factor is not None)


def _lacks(use: EnergyUse, study: Study, steps: list[Step], kind: PowerKind) -> Iterator[PowerLack]:
    answers = dict(steps)
    proof = use.proof or InstrumentProof()
    if answers.get(Question.CERTIFICATES_KEPT, True) is None:
        yield PowerLack.CERTIFICATES_KEPT
    if kind is PowerKind.OWN_TECHNOLOGY and not _is_metered(use, study, proof):
        yield PowerLack.METER_PROOF
    if answers.get(Question.HAS_CERTIFICATES, True) is None:
        yield PowerLack.CERTIFICATES
    if answers.get(Question.CRITERIA, True) is None:
        yield PowerLack.CRITERION
    if kind in (PowerKind.INSTRUMENT, PowerKind.SUPPLIER):
        filed = {p.criterion for p in proof.criteria if p.evidence}
        if len(filed) < len(Criterion):
            yield PowerLack.CRITERION_FILE
    if answers.get(Question.TRACKED, True) is None:
        yield PowerLack.TRACKED
    if answers.get(Question.RESIDUAL_KNOWN, True) is False:
        yield PowerLack.RESIDUAL_MIX


def _is_metered(use: EnergyUse, study: Study, proof: InstrumentProof) -> bool:
    """Own power is proven by readings of its own meter, or by a document (Catena-X v4, 5.2.6.2)."""
    meter = study.meter(use.meter_id or "")
    has_readings = meter is not None and bool(meter.readings)
    return has_readings or bool(use.evidence or proof.evidence)
