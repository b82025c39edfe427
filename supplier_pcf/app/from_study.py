"""A part of our own making inside another: the footprint of one study as a factor of the next (ISO 14067, 6.1)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from supplier_pcf.app.calculation import Calculated
from supplier_pcf.app.choosing import flow_of, put_own
from supplier_pcf.app.documents import calculate_project, open_project
from supplier_pcf.app.own_factors import take_newer
from supplier_pcf.domain.factor import (
    Boundary,
    EmissionFactor,
    GwpSet,
    Layer,
    Ratings,
    ScrapConvention,
)
from supplier_pcf.domain.finding import Finding, Refusal, Severity, errors
from supplier_pcf.domain.study import Study
from supplier_pcf.engine.chain import ChainShares, chain_shares
from supplier_pcf.engine.weighted import with_uptake, without_uptake
from supplier_pcf.factors.making import Made, free_id, layer_of
from supplier_pcf.formats.shared.issue import Issue, validity
from supplier_pcf.rules import LeadValue, Recycling


def shares_of(done: Calculated) -> ChainShares:
    """The verified and the certified share on the base that the rule set leads with."""
    examined = done.examined
    leads = examined.rules.lead is LeadValue.INCLUDING_UPTAKE
    weight = with_uptake if leads else without_uptake
    return chain_shares(done.study, done.result, examined.factor, weight)


def factor_of_study(
    done: Calculated, known: Iterable[EmissionFactor] = (), taken: frozenset[str] = frozenset()
) -> Made:
    """The footprint of a study per one of its declared unit, or what stands in the way.

    Where one of the known factors was made of the same study, the new one takes its id; else one that
    is not taken.
    """
    study, name = done.study, done.study.product.name or done.study.title
    standing = errors(done.findings)
    if standing or not done.result.complete:
        return Made(findings=(_finding("from_study.incomplete", name=name), *standing))
    if not study.id:
        return Made(findings=(_finding("from_study.no_id", name=name),))
    others = tuple(known)
    made = EmissionFactor(
        id=_id_for(done, others, taken),
        name=name,
        unit=study.declared_unit.unit,
        boundary=Boundary.CRADLE_TO_GATE,
        **_figures(done),
        **_facts(done),
        **_quality(done),
    )
    open_ones = [f for f in done.findings if f.severity is Severity.WARNING]
    if not open_ones:
        return Made(factor=made)
    told = _finding("from_study.warnings", Severity.WARNING, name=name, count=len(open_ones))
    return Made(factor=made, findings=(told,))


def _finding(code: str, severity: Severity = Severity.ERROR, **params: str | int) -> Finding:
    return Finding(code=code, severity=severity, params=params)


def _id_for(done: Calculated, known: tuple[EmissionFactor, ...], taken: frozenset[str]) -> str:
    study = done.study
    same = next((f.id for f in known if f.from_studies[:1] == (study.id,)), "")
    name = study.product.name or study.title
    return same or free_id(_layer(done), name, taken | {f.id for f in known})


def _layer(done: Calculated) -> Layer:
    """Licensed where a licensed value is inside; its figure must not be passed on then."""
    return layer_of(done.examined.used_factors())


def _figures(done: Calculated) -> dict[str, Any]:
    """All buckets, and what is told apart, per one unit; the uptake of packaging does not leave."""
    result = done.result
    amount = result.declared_unit.amount
    parts = result.buckets.times(1 / amount)._asdict()
    uptake = parts.pop("uptake_product")
    del parts["uptake_packaging"]
    carbon = result.carbon
    outbound = result.outbound.excluding_uptake
    return {
        **parts,
        "uptake": uptake,
        "outbound": outbound / amount if outbound else None,
        "biogenic_carbon": _per(carbon.biogenic, amount),
        "fossil_carbon": _per(carbon.fossil, amount),
        "recycled_carbon": _per(carbon.recycled, amount),
    }


def _per(value: float | None, amount: float) -> float | None:
    return None if value is None else value / amount


def _facts(done: Calculated) -> dict[str, Any]:
    """What a verifier asks of the factor: from whom, of when, by which rules, from which studies."""
    study, examined = done.study, done.examined
    used = examined.used_factors()
    span = validity(Issue.of(examined))
    end = study.period.end
    layer = _layer(done)
    return {
        "layer": layer,
        "set_id": layer.value,
        "place": study.sites[0].place if study.sites else "",
        "year_from": study.period.start.year if study.period.start else None,
        "year_to": end.year if end else None,
        "publisher": study.company.name,
        "document": study.title or study.product.name,
        "licence": study.company.name,
        "rule_set": examined.rules.title,
        "gwp_set": _gwp_set(done.result.gwp_sets),
        "valid_until": (span.end - timedelta(days=1)).date().isoformat() if span else "",
        "includes_packaging": study.scope.packaging_included,
        "scrap_convention": _scrap(done),
        "from_studies": tuple(
            dict.fromkeys((study.id, *(behind for f in used for behind in f.from_studies)))
        ),
    }


def _gwp_set(names: tuple[str, ...]) -> GwpSet:
    if len(names) == 1:
        return GwpSet(names[0])
    return GwpSet.UNKNOWN if GwpSet.UNKNOWN in names or not names else GwpSet.MIXED


def _scrap(done: Calculated) -> ScrapConvention:
    inside = {factor.scrap_convention for factor in done.examined.used_factors()}
    if ScrapConvention.CREDITED in inside:
        return ScrapConvention.CREDITED
    cuts_off = done.examined.rules.recycling is Recycling.CUT_OFF
    return ScrapConvention.CUT_OFF if cuts_off else ScrapConvention.NOT_STATED


def _quality(done: Calculated) -> dict[str, Any]:
    """Shares and ratings on the base that leads; nothing is rounded on the way."""
    result = done.result
    leads = done.examined.rules.lead is LeadValue.INCLUDING_UPTAKE
    primary, ratings = (
        (result.primary_data_share_including, result.ratings_including)
        if leads
        else (result.primary_data_share_excluding, result.ratings_excluding)
    )
    shares = shares_of(done)
    return {
        "primary_share": (primary or 0.0) / 100,
        "ratings": _within(ratings),
        "verified_share": _share(shares.verified),
        "certified_share": _share(shares.certified),
        "exempted_percent": result.exempted_percent,
    }


def _within(ratings: Ratings | None) -> Ratings | None:
    """Means of ratings from 1 to 5 stay there, whatever the last digit of a sum does."""
    if ratings is None:
        return None
    parts = {name: getattr(ratings, name) for name in ("technology", "time", "geography")}
    return Ratings(**{name: min(max(score, 1.0), 5.0) for name, score in parts.items()})


def _share(percent: float | None) -> float | None:
    return None if percent is None else min(max(percent / 100, 0.0), 1.0)


def read_factor(
    path: Path,
    into: Study,
    known: Iterable[EmissionFactor],
    as_of: date,
    taken: frozenset[str] = frozenset(),
) -> Made:
    """The footprint of the study in a file, for use in another study.

    Raises:
        Refusal: the file cannot be read, is the same study, or holds that study's footprint already.
    """
    done = calculate_project(open_project(path), as_of)
    if into.id and done.study.id == into.id:
        raise Refusal("from_study.same_file")
    made = factor_of_study(done, known, taken)
    if made.factor is not None and into.id in made.factor.from_studies:
        raise Refusal("from_study.circle", name=made.factor.name)
    return made


def with_factor_of_study(study: Study, factor: EmissionFactor, row: str = "") -> Study:
    """The same study with the factor among its own ones, and on this row where one is named.

    Raises:
        Refusal: there is no such row.
    """
    newer = _next_version(study, factor)
    if not row:
        return take_newer(study, newer)
    if flow_of(study, row) is None:
        raise Refusal("request.no_row", id=row)
    return put_own(study, row, newer)


def _next_version(study: Study, factor: EmissionFactor) -> EmissionFactor:
    known = next(_same(study.factors, factor.id), None)
    if known is None or replace(factor, version=known.version) == known:
        return known or factor
    return replace(factor, version=known.version + 1)


def _same(factors: Iterable[EmissionFactor], factor_id: str) -> Iterator[EmissionFactor]:
    return (known for known in factors if known.id == factor_id)
