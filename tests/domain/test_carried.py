"""Which values belong to a year, and when their mark goes."""

from dataclasses import replace
from datetime import date

import pytest

from supplier_pcf.app.steps import STEPS
from supplier_pcf.domain.carried import (
    GROUPS,
    confirmed,
    period_name,
    settled,
    stale_at,
    yearly_places,
)
from supplier_pcf.domain.edits import remove_flows, set_flow
from supplier_pcf.domain.energy import EnergyUse
from supplier_pcf.domain.flows import Allocation, AllocationBasis, Basis, CoProduct, Material
from supplier_pcf.domain.site import Meter, MeterPart, MeterPartKind, PlantOutput, ProcessStep
from supplier_pcf.domain.transport import Transport
from supplier_pcf.domain.units import Quantity
from tests.build import a_plant, a_study, kg

POWER = EnergyUse(
    id="e",
    name="Power",
    amount=Quantity(9, "MWh"),
    basis=Basis.PER_PERIOD,
    allocation=Allocation(basis=AllocationBasis.SHARE, share=0.2),
)
STUDY = a_study(
    materials=(
        Material(id="m", name="Sheet", amount=kg(1)),
        Material(id="g", name="Coil", amount=kg(1), gross_amount=kg(1.2)),
        Material(id="a", name="Oil", amount=kg(500), basis=Basis.PER_PERIOD),
    ),
    energy_uses=(POWER,),
    transports=(Transport(id="t", name="Truck", distance=Quantity(300, "km")),),
    co_products=(CoProduct(id="c", amount=kg(0.1), price=2.0),),
    process_steps=(ProcessStep(id="s", material_yield=0.8),),
    sites=a_plant(PlantOutput(id="o", units=1000.0)),
    meters=(Meter(id="w", parts=(MeterPart(kind=MeterPartKind.OFFICES, amount=5.0),)),),
)
STALE = replace(STUDY, stale=yearly_places(STUDY))


def test_what_a_drawing_says_does_not_age_and_what_a_year_said_does():
    assert yearly_places(STUDY) == (
        "product/volume",
        "process_steps/s/material_yield",
        "outputs/nb/o",
        "meters/w/parts",
        "materials/g/gross_amount",
        "materials/a/amount",
        "energy_uses/e/amount",
        "energy_uses/e/allocation",
        "co_products/c/amount",
        "co_products/c/price",
    )


def test_every_group_is_one_step():
    for group in GROUPS:
        owners = {s.id for s in STEPS for begin in group if begin in (*s.fields, *s.places)}
        assert len(owners) == 1, group


def changed(study, flow_id, **facts):
    flow = next(f for f in (*study.flows(), *study.co_products) if f.id == flow_id)
    return set_flow(study, replace(flow, **facts))


@pytest.mark.parametrize(
    ("edit", "gone"),
    [
        (lambda s: changed(s, "e", amount=Quantity(8, "MWh")), {"energy_uses/e/amount"}),
        (lambda s: changed(s, "e", name="Electricity"), set()),
        (lambda s: changed(s, "m", amount=kg(2)), set()),
        (
            lambda s: replace(s, product=replace(s.product, volume=2000.0)),
            {"product/volume"},
        ),
        (lambda s: replace(s, product=replace(s.product, name="Other")), set()),
        (lambda s: replace(s, sites=a_plant(PlantOutput(id="o", units=7.0))), {"outputs/nb/o"}),
        (lambda s: replace(s, meters=(replace(s.meters[0], parts=()),)), {"meters/w/parts"}),
        (
            lambda s: replace(s, process_steps=(ProcessStep(id="s", material_yield=0.9),)),
            {"process_steps/s/material_yield"},
        ),
        (
            lambda s: remove_flows(s, ["e"]),
            {"energy_uses/e/amount", "energy_uses/e/allocation"},
        ),
    ],
)
def test_a_mark_goes_with_the_edit_of_its_very_value(edit, gone):
    after = settled(STALE, edit(STALE))
    assert set(STALE.stale) - set(after.stale) == gone


def test_a_study_without_marks_is_itself():
    edited = changed(STUDY, "m", amount=kg(2))
    assert settled(STUDY, edited) is edited


def test_another_study_keeps_its_marks():
    other = replace(STALE, id="other", product=replace(STALE.product, volume=5.0))
    assert settled(STALE, other) is other


def test_confirming_takes_the_mark_and_leaves_the_value():
    after = confirmed(STALE, stale_at(STALE, "e"))
    assert stale_at(after, "e") == ()
    assert after.energy_uses == STALE.energy_uses
    assert confirmed(after, ["nowhere"]) is after


@pytest.mark.parametrize(
    ("start", "end", "name"),
    [
        (date(2025, 1, 1), date(2025, 12, 31), "2025"),
        (date(2024, 7, 1), date(2025, 6, 30), "2024-07-01 – 2025-06-30"),
        (None, None, ""),
    ],
)
def test_a_period_is_called_by_its_year(start, end, name):
    assert period_name(start, end) == name
