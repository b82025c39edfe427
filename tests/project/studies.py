"""Any study, for property tests: every record with any value its types allow."""

import dataclasses
import types
from dataclasses import replace
from datetime import date
from enum import Enum
from functools import cache
from typing import get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from supplier_pcf.domain.factor import EmissionFactor
from supplier_pcf.domain.study import FLOW_KINDS, Study

PLAIN = {
    str: st.text(max_size=12),
    float: st.floats(allow_nan=False, allow_infinity=False),
    int: st.integers(-(10**18) + 1, 10**18 - 1),
    bool: st.booleans(),
    date: st.dates(),
}


def of(hint):
    if isinstance(hint, types.UnionType):
        return st.one_of(
            *[st.none() if part is type(None) else of(part) for part in get_args(hint)]
        )
    if get_origin(hint) is tuple:
        return st.lists(of(get_args(hint)[0]), max_size=2).map(tuple)
    if hint in PLAIN:
        return PLAIN[hint]
    return st.sampled_from(hint) if issubclass(hint, Enum) else records(hint)


@cache
def records(kind):
    """A record with some of its fields set, the others left at their defaults."""
    hints = get_type_hints(kind)
    if issubclass(kind, tuple):
        return st.builds(kind, **{name: of(hints[name]) for name in kind._fields})
    needed = {f.name: of(hints[f.name]) for f in dataclasses.fields(kind) if _is_needed(f)}
    free = {f.name: of(hints[f.name]) for f in dataclasses.fields(kind) if not _is_needed(f)}
    return st.fixed_dictionaries(needed, optional=free).map(lambda values: kind(**values))


def _is_needed(field):
    return field.default is field.default_factory is dataclasses.MISSING


def with_own_ids(study):
    """The same study with ids that differ, as the window makes them."""
    kinds = (*FLOW_KINDS, "sites", "meters", "process_steps", "evidence", "requests")
    rows = {
        kind: tuple(replace(row, id=f"{kind} {n} ü") for n, row in enumerate(getattr(study, kind)))
        for kind in kinds
    }
    return replace(study, **rows)


studies = records(Study).map(with_own_ids)
factors = st.lists(records(EmissionFactor), max_size=3).map(tuple)
