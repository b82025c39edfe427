"""Which line of one study is which line of another: by id, else by part number, else by name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import NamedTuple

from supplier_pcf.domain.flows import Flow
from supplier_pcf.domain.study import Study
from supplier_pcf.engine.result import FlowResult, Result

Key = Callable[[Flow], Hashable]


class Pair(NamedTuple):
    """A line of the older study and the one it became; None on the side that has none."""

    before: FlowResult | None
    after: FlowResult | None


class _Row(NamedTuple):
    flow: Flow
    line: FlowResult


def pairs(before: Study, after: Study, then: Result, now: Result) -> Iterator[Pair]:
    """Every line of both studies once, in the order of the newer one; what is gone comes last.

    Lines are of the same kind. Studies that have nothing to do with each other may have the same ids for different
    things: there an id counts only where the names agree.
    """
    old = [_Row(f, r) for f, r in zip(before.flows(), then.flows, strict=True)]
    new = [_Row(f, r) for f, r in zip(after.flows(), now.flows, strict=True)]
    found: dict[int, _Row] = {}
    for key in (_by_id if are_related(before, after) else _by_id_and_name, _by_part, _by_name):
        _match(old, new, key, found)
    taken = {id(row) for row in found.values()}
    for row in new:
        match = found.get(id(row))
        yield Pair(match.line if match else None, row.line)
    for row in old:
        if id(row) not in taken:
            yield Pair(row.line, None)


def are_related(before: Study, after: Study) -> bool:
    """Whether one was begun from the other, or both are states of the same study."""
    if before.id and before.id == after.id:
        return True
    return any(
        one.forerunner is not None and other.id and one.forerunner.study_id == other.id
        for one, other in ((before, after), (after, before))
    )


def _match(old: Sequence[_Row], new: Sequence[_Row], key: Key, found: dict[int, _Row]) -> None:
    """Pairs the rows that are still alone and the only ones with their key on both sides."""
    taken = {id(row) for row in found.values()}
    olds = _by_key([row for row in old if id(row) not in taken], key)
    news = _by_key([row for row in new if id(row) not in found], key)
    for value, rows in news.items():
        if len(rows) == len(olds.get(value, ())) == 1:
            found[id(rows[0])] = olds[value][0]


def _by_key(rows: Sequence[_Row], key: Key) -> dict[Hashable, list[_Row]]:
    by_key: dict[Hashable, list[_Row]] = defaultdict(list)
    for row in rows:
        value = key(row.flow)
        if value:
            by_key[row.line.kind, value].append(row)
    return by_key


def _by_id(flow: Flow) -> Hashable:
    return flow.id


def _by_id_and_name(flow: Flow) -> Hashable:
    return (flow.id, _by_name(flow))


def _by_part(flow: Flow) -> Hashable:
    return " ".join(getattr(flow, "part_number", "").split()).casefold()


def _by_name(flow: Flow) -> Hashable:
    return " ".join(flow.name.split()).casefold()
