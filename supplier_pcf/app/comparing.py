"""One study against another: brought to the same unit and rules, said in words, taken apart into causes."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from supplier_pcf.app.calculation import Calculated, library_of
from supplier_pcf.app.carried_view import year_of_forerunner
from supplier_pcf.app.factor_update import percent_of
from supplier_pcf.domain.carried import period_name
from supplier_pcf.domain.factor_names import name_in
from supplier_pcf.domain.numbers import MINUS, percent, significant
from supplier_pcf.domain.record import DeclaredUnit
from supplier_pcf.domain.study import Study
from supplier_pcf.engine.calculate import calculate
from supplier_pcf.engine.difference import Cause, CauseKind, Difference, Side, difference
from supplier_pcf.engine.result import Result
from supplier_pcf.guard.spreadsheet import Cell, csv_bytes, csv_text
from supplier_pcf.project.file import Project
from supplier_pcf.project.whole import write_whole
from supplier_pcf.report.drawing import Drawing
from supplier_pcf.report.figures import kg_text
from supplier_pcf.report.labels import Translate, per_unit
from supplier_pcf.report.waterfall import (
    Step,
    cause_name,
    cause_title,
    column_titles,
    level_text,
    signed_kg,
    steps,
    waterfall,
)
from supplier_pcf.rules import RULE_SETS, LeadValue, RuleSet, rule_set
from supplier_pcf.words import Params, Said, same

_SAME = 1e-9


@dataclass(frozen=True, slots=True, kw_only=True)
class CauseRow:
    """One cause as a table shows it."""

    title: str
    then: str
    now: str
    kg: float
    where: str
    """Its place in the newer study; empty where it has none there."""

    def kg_text(self, language: str) -> str:
        """kg CO2e with its sign, as the chart prints it."""
        return signed_kg(self.kg, language)


class Compared:
    """The older and the newer of two studies, both under the newer's rules and for its declared unit."""

    def __init__(
        self,
        one: Project,
        other: Project,
        as_of: date,
        files: tuple[str, str] = ("1", "2"),
        now: Calculated | None = None,
    ) -> None:
        """`one` is the newer where the periods do not tell.

        `files` name the two where nothing else does; `now` is what is calculated of `one` already.
        """
        older, newer = _in_order(other, one)
        self._files = (files[1], files[0]) if older is other else files
        self.older, self.newer = older.study, newer.study
        self.older_is_other = older is other
        self._libraries = library_of(older), library_of(newer)
        self._as_of = as_of
        self._known = now if newer is one and now is not None and now.study is one.study else None

    @property
    def rules(self) -> RuleSet:
        """Those of the newer study."""
        return _rules(self.newer)

    @cached_property
    def now(self) -> Result:
        """The newer study."""
        if self._known is not None:
            return self._known.result
        return calculate(self.newer, self._libraries[1], self.rules, self._as_of)

    @cached_property
    def then(self) -> Result:
        """The older study for the unit and by the rules of the newer one."""
        return calculate(self._alike(), self._libraries[0], self.rules, self._as_of)

    @cached_property
    def original(self) -> Result | None:
        """The older study by its own rules, where those are others."""
        own = _rules(self.older)
        if own is self.rules:
            return None
        return calculate(self._alike(), self._libraries[0], own, self._as_of)

    @cached_property
    def difference(self) -> Difference | None:
        """The causes; None where one of the two has no figure."""
        if not self.then.rows_counted or not self.now.rows_counted:
            return None
        uptake = self.rules.lead is LeadValue.INCLUDING_UPTAKE
        before, after = Side(self._alike(), self.then), Side(self.newer, self.now)
        own = self.original
        figure = None if own is None else Side(self.older, own).figure(with_uptake=uptake)
        return difference(before, after, with_uptake=uptake, original=figure)

    @cached_property
    def names(self) -> tuple[str, str]:
        """What the two are called: by their periods, else by their titles."""
        studies = (self.older, self.newer)
        years = [period_name(s.period.start, s.period.end) for s in studies]
        if all(years) and years[0] != years[1]:
            return years[0], years[1]
        titles = [s.title or s.product.name or s.product.part_number or s.id for s in studies]
        if titles[0] != titles[1]:
            return titles[0], titles[1]
        return self._files

    def factor_names(self, language: str) -> Mapping[str, str]:
        """The names of the factors that causes are about, by id."""
        ids = {cause.factor_after for cause in self.difference.causes} if self.difference else set()
        own = {factor.id: factor for factor in self.newer.factors}
        found = ((i, own.get(i) or self._libraries[1].get(i)) for i in ids if i)
        return {i: name_in(factor, language) for i, factor in found if factor is not None}

    def _alike(self) -> Study:
        """The older study for the newer's declared unit."""
        if self.older.declared_unit == self.newer.declared_unit:
            return self.older
        return replace(self.older, declared_unit=self.newer.declared_unit)

    # said

    def headline(self, language: str, translate: Translate) -> Iterator[Said]:
        """How much more or less, and mostly why."""
        made = self.difference
        if made is None:
            yield "years.no_figure", {}
            return
        unit = unit_text(self.newer.declared_unit, language, translate)
        told: Params = {"unit": unit, "then": self.names[0]}
        if math.isclose(made.before, made.after, rel_tol=_SAME):
            yield "years.same", {**told, "kg": kg_text(made.after, language)}
            return
        yield change_said(made.before, made.after, told, language)
        cause = _leading(made)
        if cause is not None:
            code = f"years.because.{cause.kind.value}.{'more' if cause.kg > 0 else 'less'}"
            name = cause_name(cause, self.factor_names(language))
            yield code, {"name": name, "kg": signed_kg(cause.kg, language)}

    def notes(self, language: str, translate: Translate) -> Iterator[Said]:
        """In what the two are not made alike, and what was done about it."""
        yield from self._about_products()
        yield from self._about_units(language, translate)
        if self.original is not None:
            told = {"then": _rules(self.older).title, "now": self.rules.title}
            yield "years.other_rules", dict(told)
        yield from self._about_method()
        for study, result in ((self.older, self.then), (self.newer, self.now)):
            if not result.complete:
                name = self.names[0] if study is self.older else self.names[1]
                counts = {"counted": result.rows_counted, "all": result.rows_total}
                yield "years.not_whole", {"name": name, **counts}
        if self.newer.stale:
            yield "years.carried", {"count": len(self.newer.stale)}
        yield from self._about_forerunner(language)

    def _about_products(self) -> Iterator[Said]:
        then, now = self.older.product, self.newer.product
        if not _same_product(self.older, self.newer):
            names = {"then": then.name or then.part_number, "now": now.name or now.part_number}
            yield "years.other_product", dict(names)
        first, last = self.older.period.end, self.newer.period.start
        if first is not None and last is not None and last <= first:
            yield "years.overlap", {}

    def _about_units(self, language: str, translate: Translate) -> Iterator[Said]:
        units = self.older.declared_unit, self.newer.declared_unit
        if units[0] != units[1]:
            then, now = (unit_text(unit, language, translate) for unit in units)
            yield "years.other_unit", {"then": then, "now": now}
        masses = [_mass_of_one(r) for r in (self.then, self.now)]
        if None not in masses and masses[0] != masses[1]:
            then, now = (significant(mass, language) for mass in masses)
            yield "years.other_mass", {"then": then, "now": now}

    def _about_method(self) -> Iterator[Said]:
        then, now = self.then.gwp_sets, self.now.gwp_sets
        if then != now:
            yield "years.other_gwp", {"then": ", ".join(then) or "–", "now": ", ".join(now) or "–"}
        old, new = self.older.scope, self.newer.scope
        if old.packaging_included is not new.packaging_included:
            yield ("years.packaging_now" if new.packaging_included else "years.packaging_then"), {}
        if old.infrastructure_excluded is not new.infrastructure_excluded:
            yield "years.other_infrastructure", {}
        if old.is_prospective is not new.is_prospective:
            yield "years.planned", {}

    def _about_forerunner(self, language: str) -> Iterator[Said]:
        last = self.newer.forerunner
        if last is None or last.study_id != self.older.id or last.excluding is None:
            return
        if last.declared_unit != self.newer.declared_unit:
            return
        today = (self.original or self.then).excluding
        if not math.isclose(today, last.excluding, rel_tol=_SAME):
            file, noted = (kg_text(kg, language) for kg in (today, last.excluding))
            yield "years.moved_since", {"then": self.names[0], "file": file, "noted": noted}

    # shown

    def rows(self, language: str, translate: Translate) -> tuple[CauseRow, ...]:
        """Every cause, the largest first."""
        names, made = self.factor_names(language), self.difference
        return tuple(
            CauseRow(
                title=cause_title(cause, translate, names),
                then=level_text(cause.before, cause.unit, language, translate),
                now=level_text(cause.after, cause.unit, language, translate),
                kg=cause.kg,
                where="" if cause.kind is CauseKind.GONE else cause.where,
            )
            for cause in (made.causes if made else ())
        )

    def drawing(self, language: str, translate: Translate, width: float) -> Drawing:
        """The waterfall, so many points wide; an empty one where there is nothing to compare."""
        found = self.steps(language, translate)
        if not found:
            return Drawing(width=width, height=1.0)
        return waterfall(found, translate, language, width=width)

    def steps(self, language: str, translate: Translate) -> tuple[Step, ...]:
        """The bars of the waterfall."""
        if self.difference is None:
            return ()
        return steps(self.difference, self.names, translate, self.factor_names(language))


def _in_order(one: Project, other: Project) -> tuple[Project, Project]:
    """The older first, by the ends of their periods; as they come where these do not tell."""
    first, last = one.study.period.end, other.study.period.end
    return (other, one) if first and last and last < first else (one, other)


def _rules(study: Study) -> RuleSet:
    return rule_set(study.rule_set) or RULE_SETS[0]


def _same_product(one: Study, other: Study) -> bool:
    """By part number where both have one, else by name."""
    numbers = [_plain(study.product.part_number) for study in (one, other)]
    if all(numbers):
        return numbers[0] == numbers[1]
    return _plain(one.product.name) == _plain(other.product.name)


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


def _mass_of_one(result: Result) -> float | None:
    """kg of one counted unit."""
    if result.mass_kg is None or not result.units_per_declared_unit:
        return None
    return result.mass_kg / result.units_per_declared_unit


def _leading(made: Difference) -> Cause | None:
    """The largest cause that goes the way the figure went."""
    along = [cause for cause in made.causes if cause.kg * made.kg > 0]
    return max(along, key=lambda cause: abs(cause.kg), default=None)


def unit_text(unit: DeclaredUnit, language: str, translate: Translate) -> str:
    """What a footprint is for."""
    return per_unit(unit.amount, unit.unit, language, translate)


def change_said(
    before: float, after: float, told: Mapping[str, str | int | float], language: str
) -> Said:
    """How much more or less than before."""
    change = percent_of(before, after)
    sign = "+" if after > before else MINUS
    share = "–" if change is None else f"{sign}{percent(abs(change), language)}"
    code = "years.more" if after > before else "years.less"
    return code, {**told, "kg": kg_text(abs(after - before), language), "percent": share}


def last_year_said(done: Calculated, language: str, translate: Translate) -> tuple[Said, ...]:
    """How the figure stands against the one noted when the study was begun from another; nothing is calculated."""
    study, result, last = done.study, done.result, done.study.forerunner
    if last is None:
        return (("years.none", {}),)
    uptake = done.examined.rules.lead is LeadValue.INCLUDING_UPTAKE
    then = last.including if uptake else last.excluding
    now = result.including if uptake else result.excluding
    year = year_of_forerunner(study)
    if then is None:
        return (("years.no_last_figure", {"year": year}),)
    if last.declared_unit != study.declared_unit or last.rule_set != study.rule_set:
        return (("years.not_alike", {"year": year}),)
    unit = unit_text(study.declared_unit, language, translate)
    told: Params = {"unit": unit, "then": year}
    said: list[Said] = []
    if result.rows_counted and math.isclose(then, now, rel_tol=_SAME):
        said.append(("years.same", {**told, "kg": kg_text(now, language)}))
    elif result.rows_counted:
        said.append(change_said(then, now, told, language))
    if not result.complete:
        counts = {"counted": result.rows_counted, "all": result.rows_total}
        said.append(("years.still_open", dict(counts)))
    if study.stale:
        said.append(("years.carried", {"count": len(study.stale)}))
    return tuple(said)


def causes_text(compared: Compared, language: str, translate: Translate) -> str:
    """The table as another program takes it from the clipboard."""
    return csv_text(_cause_cells(compared, language, translate), "\t", "\n")


def causes_csv(compared: Compared, language: str = "en", translate: Translate = same) -> bytes:
    """Both figures and every cause as a table for other programs, kg CO2e with all digits."""
    return csv_bytes(_cause_cells(compared, language, translate))


def _cause_cells(
    compared: Compared, language: str, translate: Translate
) -> Iterator[tuple[Cell, ...]]:
    yield tuple(column_titles(translate, compared.names))
    made = compared.difference
    if made is not None:
        yield compared.names[0], "", "", made.before
        for row in compared.rows(language, translate):
            yield row.title, row.then, row.now, row.kg
        yield compared.names[1], "", "", made.after


__all__ = [
    "CauseRow",
    "Compared",
    "causes_csv",
    "causes_text",
    "change_said",
    "column_titles",
    "last_year_said",
    "write_whole",
]
