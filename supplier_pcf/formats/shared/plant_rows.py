"""Rows of the inventory about the plant: what each meter reads, what is taken off, and the scopes."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from supplier_pcf.engine.meters import metered, production_amount
from supplier_pcf.engine.scopes import scope_split
from supplier_pcf.formats.shared.issue import Issue

Row = dict[str, str | float | int | bool | None]


def meter_rows(issue: Issue, secret: Collection[str | None]) -> Iterator[Row]:
    """Of each meter behind a row: its sum, what is taken off, and the rest that is shared; but secret ones."""
    study = issue.study
    used = {u.meter_id for u in study.energy_uses} - set(secret)
    for meter in (m for m in study.meters if m.id in used and m.readings):
        row: Row = {"section": "meter", "id": meter.id, "unit": meter.unit}
        yield row | {"name": meter.name, "kind": "read", "amount": metered(meter, study.period)}
        for part in meter.parts:
            if not part.belongs:
                told: Row = {"name": part.kind.value, "amount": part.amount, "note": part.source}
                yield row | {"kind": "taken_off"} | told
        left = production_amount(meter, study.period)
        yield row | {"name": meter.name, "kind": "for_production", "amount": left}


def scope_rows(issue: Issue) -> Iterator[Row]:
    """The footprint by scope; the four sum to the total without uptake."""
    split = scope_split(issue.study, issue.result, issue.library)
    for name in ("scope_1", "scope_2", "scope_3", "unsplit"):
        yield {"section": "scope", "id": name, "kg_co2e": getattr(split, name)}
