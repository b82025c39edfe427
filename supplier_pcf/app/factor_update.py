"""Newer figures for factors a study uses: found in a file, shown with their effect, taken over if wanted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path

from supplier_pcf.app.library_view import Use, uses
from supplier_pcf.app.session import Edit, Session
from supplier_pcf.domain.edits import set_flow
from supplier_pcf.domain.factor import EmissionFactor
from supplier_pcf.domain.factor_ids import factor_ids, with_other_factors, with_other_mixes
from supplier_pcf.domain.finding import Finding, Refusal
from supplier_pcf.domain.study import Study
from supplier_pcf.domain.units import dimension_of
from supplier_pcf.engine.calculate import calculate
from supplier_pcf.factors.library import FactorLibrary, bundled_library
from supplier_pcf.factors.sets import describe, load
from supplier_pcf.rules import RULE_SETS, rule_set

SET_FILES = ("set.toml", "factors.csv")
"""A factor set is a folder with these two files; either of them may be pointed at."""
_LARGEST_TOML = 64 * 1024
_EDITION = re.compile(r"-(v\d|[a-z]{0,2}\d\d)[\w.-]*$")
"""What an edition adds to the name of its publisher: desnz-2025, us-lci-fy21q3, epa-spend-v1-3."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Newer:
    """Factors that may be newer than those of a study, and what of their file was left out."""

    title: str
    factors: tuple[EmissionFactor, ...]
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FactorChange:
    """A factor of the study, what would take its place, and what the study would come to."""

    old: EmissionFactor
    new: EmissionFactor
    rows: tuple[Use, ...]
    before: float | None
    """kg CO2e per declared unit as the study stands; None where there is no number."""
    after: float | None
    """The same with this change alone."""

    @property
    def fits(self) -> bool:
        """Whether both measure the same thing, so that every row keeps its number."""
        return dimension_of(self.old.unit) is dimension_of(self.new.unit)

    @property
    def is_older(self) -> bool:
        """Whether the file holds an earlier version than the study."""
        return self.new.id == self.old.id and self.new.version < self.old.version

    @property
    def is_proposed(self) -> bool:
        """Whether it makes sense to take it over."""
        return self.fits and not self.is_older

    @property
    def percent(self) -> float | None:
        """How much the result would change, in percent of what it is."""
        return percent_of(self.before, self.after)


def percent_of(before: float | None, after: float | None) -> float | None:
    """The change in percent of what was before."""
    if before is None or after is None or not before:
        return None
    return 100 * (after - before) / abs(before)


def read_newer(path: Path) -> Newer:
    """The factors of a file: a set of ours, or a table in the layout of own factors.

    Raises:
        Refusal: it is neither, or damaged, or far too large.
    """
    if path.name.casefold() == SET_FILES[0] or _is_in_set(path):
        return _read_set(path.parent, path.name)
    from supplier_pcf.importers.factor_table import read_factor_table

    read = read_factor_table(path)
    return Newer(title=path.name, factors=read.factors, findings=read.findings)


def _is_in_set(path: Path) -> bool:
    return path.name.casefold() == SET_FILES[1] and (path.parent / SET_FILES[0]).is_file()


def _read_set(folder: Path, file: str) -> Newer:
    try:
        if (folder / SET_FILES[0]).stat().st_size > _LARGEST_TOML:
            raise Refusal("update.no_set", file=file)
        about = describe(folder)
        return Newer(title=about.title, factors=tuple(load(folder, about)))
    except OSError as error:
        raise Refusal("update.no_set", file=file) from error
    except Refusal as refusal:
        code = {"factor_set.damaged": "update.damaged", "factor_set.too_large": "update.no_set"}
        if refusal.code not in code:
            raise
        detail = str(refusal.params.get("detail", ""))[:200]
        raise Refusal(code[refusal.code], file=file, detail=detail) from refusal


def known_newer(session: Session) -> tuple[EmissionFactor, ...]:
    """What the program and the personal library hold now; a study may have older copies."""
    return (*bundled_library(), *session.personal)


def proposed(session: Session, newer: Iterable[EmissionFactor]) -> tuple[FactorChange, ...]:
    """For each factor the study uses the one that says something else now, with its effect.

    It is the one with the same id, or in a newer edition of the same set the one of the same name.
    """
    pairs = tuple(_pairs(session, tuple(newer)))
    before = _result(session, ())
    return tuple(
        FactorChange(
            old=old,
            new=new,
            rows=uses(session.study, old.id),
            before=before,
            after=_result(session, ((old, new),)),
        )
        for old, new in pairs
    )


Pair = tuple[EmissionFactor, EmissionFactor]


def _pairs(session: Session, newer: tuple[EmissionFactor, ...]) -> Iterator[Pair]:
    by_id = {factor.id: factor for factor in newer}
    by_name = {_name(factor): factor for factor in newer}
    for old in used_factors(session):
        new = by_id.get(old.id) or _successor(old, by_name)
        if new is not None and differing(old, new):
            yield old, new


def used_factors(session: Session) -> tuple[EmissionFactor, ...]:
    """The factors the study's rows point to, as it would be calculated now."""
    own = {factor.id: factor for factor in session.study.factors}
    ids = dict.fromkeys(i for flow in session.study.flows() for i in factor_ids(flow))
    found = (own.get(i) or session.library.get(i) for i in ids)
    return tuple(factor for factor in found if factor is not None)


def _name(factor: EmissionFactor) -> tuple[object, ...]:
    """What stays the same from edition to edition of a set."""
    family = _EDITION.sub("", factor.set_id)
    slug = factor.id.partition(":")[2]
    return family, slug, factor.place, factor.boundary, factor.row_type


def _successor(
    old: EmissionFactor, by_name: Mapping[tuple[object, ...], EmissionFactor]
) -> EmissionFactor | None:
    new = by_name.get(_name(old))
    if new is None or new.set_id == old.set_id or (new.year_to or 0) < (old.year_to or 0):
        return None
    return new


def differing(old: EmissionFactor, new: EmissionFactor) -> tuple[str, ...]:
    """The fields in which two factors differ; another version that says the same does not."""
    return tuple(
        field.name
        for field in fields(EmissionFactor)
        if field.name != "version" and getattr(old, field.name) != getattr(new, field.name)
    )


def total_with(session: Session, changes: Iterable[FactorChange]) -> float | None:
    """kg CO2e per declared unit with these changes together; None where there is no number."""
    return _result(session, tuple((change.old, change.new) for change in changes))


def _result(session: Session, pairs: tuple[Pair, ...]) -> float | None:
    study = _taken_over(session.study, pairs)
    rules = rule_set(study.rule_set) or RULE_SETS[0]
    library: FactorLibrary = session.library
    result = calculate(study, library, rules, session.now().date())
    return result.excluding if result.rows_counted else None


def taking_over(changes: Iterable[FactorChange]) -> Edit:
    """The edit that puts the new factors into the study, as one step."""
    pairs = tuple((change.old, change.new) for change in changes)
    return lambda study: _taken_over(study, pairs)


def _taken_over(study: Study, pairs: tuple[Pair, ...]) -> Study:
    """The study with copies of the new factors of its own; rows point to them."""
    if not pairs:
        return study
    gone = {factor.id for pair in pairs for factor in pair}
    kept = tuple(factor for factor in study.factors if factor.id not in gone)
    study = replace(study, factors=(*kept, *(new for _old, new in pairs)))
    other = {old.id: new.id for old, new in pairs if old.id != new.id}
    for flow in (*study.flows(), *study.co_products) if other else ():
        study = set_flow(study, with_other_factors(flow, other))
    return replace(study, sites=tuple(with_other_mixes(site, other) for site in study.sites))
