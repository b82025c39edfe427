"""How the amounts and factors of materials came about, row by row, so that each can be worked out again."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from supplier_pcf.domain.flows import Material
from supplier_pcf.domain.site import ProcessStep
from supplier_pcf.engine.amounts import Amounts
from supplier_pcf.engine.bill_of_materials import steps_from
from supplier_pcf.engine.co_product_log import decision
from supplier_pcf.engine.recycling import entered_share, holds_recycled
from supplier_pcf.formats.shared.issue import Issue

Row = dict[str, str | float | int | bool | None]


def input_rows(issue: Issue, licensed: Collection[str]) -> Iterator[Row]:
    """From what stays in one to what goes in: divided by yields and good shares, less what is fed back.

    Times the quantity, the product's share of joint burdens and the units declared it is the row's amount.
    """
    amounts = Amounts(issue.study)
    for material in issue.study.materials:
        place = amounts.places[material.id]
        if place.not_counted is not None or material.id in licensed:
            continue
        told = list(_way(issue, material, place.quantity))
        if len(told) > 1:
            for row in told:
                yield {"section": "input", "id": material.id, "name": material.name, **row}


def _way(issue: Issue, material: Material, quantity: float) -> Iterator[Row]:
    if material.amount is not None:
        yield {"kind": "net", "amount": material.amount.value, "unit": material.amount.unit}
    if material.gross_amount is not None:
        gross = material.gross_amount
        yield {"kind": "gross", "amount": gross.value, "unit": gross.unit}
    elif not material.is_auxiliary:
        for step in steps_from(issue.study.process_steps, material.enters_at):
            yield from _losses(step)
    if material.returned is not None:
        yield {
            "kind": "returned",
            "amount": material.returned.value,
            "unit": material.returned.unit,
        }
    if quantity != 1:
        yield {"kind": "quantity", "amount": quantity}


def _losses(step: ProcessStep) -> Iterator[Row]:
    name = step.name or step.id
    if step.material_yield not in (None, 1.0):
        yield {"kind": "divided_by_yield", "value": name, "amount": step.material_yield}
    if step.reject_share:
        yield {"kind": "divided_by_good", "value": name, "amount": 1 - step.reject_share}


def mix_rows(issue: Issue, licensed: Collection[str]) -> Iterator[Row]:
    """The recycled part of a material: its share, its factor, and whether it was mixed in."""
    for material in issue.study.materials:
        share, factor = entered_share(material), issue.factor(material.factor_id)
        if share is None or material.id in licensed:
            continue
        again = issue.factor(material.recycled_factor_id)
        is_mixed = again is not None and factor is not None and not holds_recycled(factor)
        yield {
            "section": "recycled",
            "id": material.id,
            "name": material.name,
            "share_percent": 100 * share,
            "counted": is_mixed,
            "factor_id": again.id if again else None,
            "factor_kg_co2e": again.kg_co2e if again else None,
            "factor_unit": again.unit if again else None,
        }


def sharing_rows(issue: Issue) -> Iterator[Row]:
    """The steps by which it was decided how to share burdens, then every output with its share and price."""
    found = decision(issue.study, issue.rules)
    if found is None:
        return
    for line in found.log:
        yield {
            "section": "sharing",
            "id": line.step.value,
            "value": line.answer.value,
            "note": "; ".join(filter(None, (line.text, line.clause))),
        }
    for number, output in enumerate(found.outputs):
        share = found.shares[number] if found.shares else None
        yield {
            "section": "sharing",
            "id": output.id or "product",
            "kind": "output",
            "amount": output.mass,
            "unit": "kg",
            "share_percent": None if share is None else 100 * share,
        }
