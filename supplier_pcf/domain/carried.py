"""What a study carries over from another year: which values belong to a year, and which are not confirmed yet."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from supplier_pcf.domain.energy import EnergyUse
from supplier_pcf.domain.flows import Basis, Flow
from supplier_pcf.domain.study import FLOW_KINDS, Study

GROUPS: tuple[tuple[str, ...], ...] = (
    ("product",),
    ("materials", "process_steps", "co_products"),
    ("outputs", "meters", "energy_uses", "direct_emissions"),
    ("outside_processes", "packaging", "wastes"),
    ("transports",),
)
"""The beginnings of places that belong to one step of the wizard."""
_GROUP_OF = {begin: group for group in GROUPS for begin in group}

_OF_THE_YEAR = ("energy_uses", "direct_emissions", "wastes", "co_products")
"""Flows whose amounts are read or billed year by year, whatever they are for."""
_OF_PRODUCT = ("volume", "price")
_OUTPUT = ("units", "mass_per_unit", "machine_hours", "price_per_unit")
_NOTHING = object()
"""Stands for a value whose row is not there."""


def yearly_places(study: Study) -> tuple[str, ...]:
    """The place of every value that speaks for one year only and is not empty, in the order of the steps.

    What a drawing says (net mass, pieces, routes) is not among them: it does not age with the year.
    """
    return (*_of_product(study), *_of_making(study), *_of_plants(study), *_of_flows(study))


def settled(before: Study, after: Study) -> Study:
    """The study without the marks of values that an edit has changed; itself where it carries none.

    Only rows that the edit replaced are looked at, so it costs next to nothing while typing.
    """
    if not after.stale or before.id != after.id:
        return after
    moved = {part: _moved(before, after, part) for part in {_part(p) for p in after.stale}}
    if not any(moved.values()):
        return after
    old, new = _Values(before), _Values(after)
    left = tuple(
        place
        for place in after.stale
        if place.split("/")[1] not in moved[_part(place)] or old(place) == new(place)
    )
    return after if left == after.stale else replace(after, stale=left)


def _moved(before: Study, after: Study, part: str) -> Collection[str]:
    """The ids of rows, or the names of the product's fields, that are not the very same any more."""
    old, new = getattr(before, part), getattr(after, part)
    if old is new:
        return ()
    if not isinstance(old, tuple):
        return _OF_PRODUCT
    known = {row.id: row for row in old}
    moved = {row.id for row in new if known.pop(row.id, None) is not row}
    return moved | known.keys()


def confirmed(study: Study, places: Collection[str]) -> Study:
    """The study without the marks at these places: what stands there holds for the new year too."""
    left = tuple(place for place in study.stale if place not in places)
    return study if left == study.stale else replace(study, stale=left)


def stale_at(study: Study, row_id: str) -> tuple[str, ...]:
    """The marked places of the row with this id."""
    return tuple(place for place in study.stale if row_id in place.split("/")[1:])


def group_of(place: str) -> tuple[str, ...]:
    """The group that a place belongs to; the first where it belongs to none."""
    return _GROUP_OF.get(place.partition("/")[0], GROUPS[0])


def _of_product(study: Study) -> Iterator[str]:
    for name in _OF_PRODUCT:
        if getattr(study.product, name) is not None:
            yield f"product/{name}"


def _of_making(study: Study) -> Iterator[str]:
    for step in study.process_steps:
        for name in ("material_yield", "reject_share"):
            if getattr(step, name) is not None:
                yield f"process_steps/{step.id}/{name}"


def _of_plants(study: Study) -> Iterator[str]:
    for site in study.sites:
        for output in site.outputs:
            if any(getattr(output, name) is not None for name in _OUTPUT):
                yield f"outputs/{site.id}/{output.id}"
    for meter in study.meters:
        if any(part.amount is not None for part in meter.parts):
            yield f"meters/{meter.id}/parts"


def _of_flows(study: Study) -> Iterator[str]:
    for kind in FLOW_KINDS:
        for flow in getattr(study, kind):
            for name in _fields(kind, flow):
                if getattr(flow, name) is not None:
                    yield f"{kind}/{flow.id}/{name}"


def _fields(kind: str, flow: Flow) -> tuple[str, ...]:
    """The fields of a flow that belong to a year."""
    names: tuple[str, ...] = ()
    if flow.basis is Basis.PER_PERIOD or kind in _OF_THE_YEAR:
        names = ("amount",)
    if flow.allocation is not None and flow.allocation.share is not None:
        names = (*names, "allocation")
    if kind == "materials":
        names = (*names, "gross_amount")
    if kind == "co_products":
        names = (*names, "price")
    if isinstance(flow, EnergyUse):
        names = (*names, "exported", "proof")
    return names


def _part(place: str) -> str:
    """The field of the study that holds a place."""
    begin = place.partition("/")[0]
    return "sites" if begin == "outputs" else begin


class _Values:
    """The values of one study at places; rows are looked up when first asked for."""

    def __init__(self, study: Study) -> None:
        self._study = study
        self._rows: dict[str, dict[str, Any]] = {}

    def __call__(self, place: str) -> Any:
        begin, _slash, rest = place.partition("/")
        first, _slash, last = rest.partition("/")
        if begin == "product":
            return getattr(self._study.product, first, _NOTHING)
        row = self._row(_part(place), first)
        if begin == "outputs":
            outputs = () if row is None else row.outputs
            output = next((o for o in outputs if o.id == last), None)
            return tuple(getattr(output, name, _NOTHING) for name in _OUTPUT)
        return getattr(row, last, _NOTHING)

    def _row(self, part: str, row_id: str) -> Any:
        if part not in self._rows:
            self._rows[part] = {row.id: row for row in getattr(self._study, part)}
        return self._rows[part].get(row_id)


def period_name(start: date | None, end: date | None) -> str:
    """What a period is called: its year, where it lies in one; else its days in ISO form."""
    if start is not None and end is not None and start.year == end.year:
        return str(end.year)
    days = [day.isoformat() for day in (start, end) if day is not None]
    return " – ".join(days)
