"""A test of records before the verifier comes: how many of each line, drawn by a seed anyone can repeat (STANDARDS E.2)."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

from supplier_pcf.domain.assurance import AssuranceLevel
from supplier_pcf.domain.flows import Flow, Material
from supplier_pcf.domain.site import Meter
from supplier_pcf.domain.study import COUNTED_KINDS, Study
from supplier_pcf.domain.verification import DrawnRecord, RecordCount, SamplingDrill
from supplier_pcf.words import Params, Said

LEVELS = (AssuranceLevel.REGULAR, AssuranceLevel.IN_DEPTH)

_TABLE: tuple[tuple[int, int, int], ...] = (
    (200, 40, 55),
    (100, 20, 30),
    (50, 10, 15),
    (20, 3, 5),
    (0, 1, 2),
)
"""From so many records on: so many for a limited, so many for a reasonable assurance.

The table leaves 200 itself open; the larger number is taken.
"""
_WITH_ERROR = (70, 85)
_MONTHS = 12


def sample_size(population: int, level: AssuranceLevel, *, with_error: bool = False) -> int:
    """How many of so many records are looked at; more of a large number once one error was found."""
    if population <= 0:
        return 0
    column = LEVELS.index(level) if level in LEVELS else 0
    least, *sizes = next(row for row in _TABLE if population >= row[0])
    size = _WITH_ERROR[column] if with_error and least == _TABLE[0][0] else sizes[column]
    return min(size, population)


def drawn_numbers(seed: int, where: str, population: int, size: int) -> tuple[int, ...]:
    """The records drawn, in their order: those whose SHA-256 of "seed/place/number" is lowest.

    A larger sample holds the smaller one, and no line changes another's draw.
    """
    by_hash = sorted(range(1, population + 1), key=lambda number: _hash(seed, where, number))
    return tuple(sorted(by_hash[:size]))


def _hash(seed: int, where: str, number: int) -> str:
    return hashlib.sha256(f"{seed}/{where}/{number}".encode()).hexdigest()


def lines_of(study: Study) -> Iterator[tuple[str, str]]:
    """Place and name of every line records may stand behind.

    Meters, and rows that are not left out, metered, or an assembly whose parts are counted.
    """
    levels = {m.parent_id for m in study.materials if m.parent_id}
    for meter in study.meters:
        yield f"meters/{meter.id}", meter.name or meter.id
    for kind in COUNTED_KINDS:
        for flow in getattr(study, kind):
            is_level = flow.id in levels and not flow.factor_id
            if flow.exclusion is None and not getattr(flow, "meter_id", None) and not is_level:
                yield f"{kind}/{flow.id}", flow.name or flow.id


def proposed_count(meter: Meter) -> int:
    """The bills a meter has: its readings, but one for each month they cover."""
    return max(len(meter.readings), sum(_months(r.start, r.end) for r in meter.readings))


def _months(start: date, end: date) -> int:
    months = (end.year - start.year) * _MONTHS + end.month - start.month + 1
    return max(months, 0)


def count_of(study: Study, where: str) -> int | None:
    """How many records a line has: as entered, as proposed for a meter, or None."""
    entered = next((c.count for c in study.record_counts if c.where == where), None)
    if entered is not None:
        return entered
    kind, _, of = where.partition("/")
    meter = study.meter(of) if kind == "meters" else None
    return (proposed_count(meter) or None) if meter is not None else None


def with_count(study: Study, where: str, count: int | None) -> Study:
    """The same study with so many records behind a line; None forgets what was entered."""
    kept = tuple(c for c in study.record_counts if c.where != where)
    new = () if count is None or count < 0 else (RecordCount(where=where, count=count),)
    return replace(study, record_counts=(*kept, *new))


def draw(
    study: Study, drill_id: str, seed: int, level: AssuranceLevel, day: str = ""
) -> SamplingDrill:
    """The records of every line whose number is known, and three facts of lines drawn by the same seed."""
    drawn = [
        record
        for where, _name in lines_of(study)
        for record in _of_line(where, count_of(study, where) or 0, seed, level)
    ]
    drawn += _facts(study, seed)
    return SamplingDrill(id=drill_id, seed=seed, level=level, day=day, drawn=tuple(drawn))


def _of_line(
    where: str, count: int, seed: int, level: AssuranceLevel, *, with_error: bool = False
) -> Iterator[DrawnRecord]:
    size = sample_size(count, level, with_error=with_error)
    for number in drawn_numbers(seed, where, count, size):
        yield DrawnRecord(where=where, number=number, of=count)


def _facts(study: Study, seed: int) -> Iterator[DrawnRecord]:
    """One row left out, one recycled share, one choice of a factor: what verifiers pick beside records."""
    flows = [(kind, flow) for kind in COUNTED_KINDS for flow in getattr(study, kind)]
    for field, is_one in (
        ("exclusion", lambda flow: flow.exclusion is not None),
        ("recycled_post_consumer", _is_recycled),
        ("factor", lambda flow: bool(flow.factor_id) and flow.exclusion is None),
    ):
        places = [f"{kind}/{flow.id}/{field}" for kind, flow in flows if is_one(flow)]
        if places:
            place = min(places, key=lambda where: _hash(seed, where, 1))
            yield DrawnRecord(where=place, number=1, of=1)


def _is_recycled(flow: Flow) -> bool:
    return isinstance(flow, Material) and bool(
        flow.recycled_post_consumer or flow.recycled_pre_consumer
    )


def add_drill(study: Study, drill: SamplingDrill) -> Study:
    """The same study with one drill more."""
    return replace(study, drills=(*study.drills, drill))


def answer(study: Study, drill_id: str, index: int, is_found: bool | None) -> Study:
    """The same study with a record of a drill found, not found, or open; more are drawn after an error."""
    changed = []
    for drill in study.drills:
        if drill.id == drill_id and 0 <= index < len(drill.drawn):
            records = list(drill.drawn)
            records[index] = replace(records[index], is_found=is_found)
            drill = _extended(replace(drill, drawn=tuple(records)))  # noqa: PLW2901
        changed.append(drill)
    return replace(study, drills=tuple(changed))


def prove_record(study: Study, drill_id: str, index: int, evidence_id: str) -> Study:
    """The same study with a document behind a record, which is found by that."""
    found = answer(study, drill_id, index, True)
    return _with_documents(
        found, drill_id, index, lambda ids: tuple(dict.fromkeys((*ids, evidence_id)))
    )


def unprove_record(study: Study, drill_id: str, index: int, evidence_id: str) -> Study:
    """The same study without this document behind a record; whether it was found stays as said."""
    return _with_documents(
        study, drill_id, index, lambda ids: tuple(i for i in ids if i != evidence_id)
    )


def _with_documents(
    study: Study, drill_id: str, index: int, change: Callable[[tuple[str, ...]], tuple[str, ...]]
) -> Study:
    drills = []
    for drill in study.drills:
        records = list(drill.drawn)
        if drill.id == drill_id and 0 <= index < len(records):
            records[index] = replace(records[index], evidence=change(records[index].evidence))
        drills.append(replace(drill, drawn=tuple(records)))
    return replace(study, drills=tuple(drills))


def _extended(drill: SamplingDrill) -> SamplingDrill:
    """With the larger number of records for large lines in which one was not found."""
    failed = {r.where: r.of for r in drill.drawn if r.is_found is False}
    more, extended = list(drill.drawn), list(drill.with_error)
    for where, of in failed.items():
        if where in extended:
            continue
        known = {r.number for r in drill.drawn if r.where == where}
        wider = [
            record
            for record in _of_line(where, of, drill.seed, drill.level, with_error=True)
            if record.number not in known
        ]
        if wider:
            more += wider
            extended.append(where)
    return replace(drill, drawn=tuple(more), with_error=tuple(extended))


def said(drill: SamplingDrill) -> tuple[Said, ...]:
    """The result in words: how many were found, were not, and are open."""
    states = [record.is_found for record in drill.drawn]
    if not states:
        return (("drill.empty", {}),)
    counts: Params = {
        "count": len(states),
        "found": states.count(True),
        "missing": states.count(False),
        "open": states.count(None),
    }
    told: list[Said] = [("drill.counts", counts)]
    if drill.with_error:
        told.append(("drill.extended", {"count": len(drill.with_error)}))
    if False in states:
        told.append(("drill.failed", {}))
    elif None not in states:
        told.append(("drill.passed", {}))
    return tuple(told)


def lines_without_count(study: Study) -> tuple[str, ...]:
    """The names of lines of which nobody said how many records there are."""
    return tuple(name for where, name in lines_of(study) if count_of(study, where) is None)
