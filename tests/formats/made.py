"""One study with its result, put together by hand: every figure can be checked in the head.

kg CO2e for one piece: steel 2.0, wood 0.19 (and an uptake of 0.55 for 0.15 kg C), flight 0.4,
electricity 0.8, carton 0.12, waste 0.02: 3.53 in all, 2.98 with uptake. Apart: truck to the customer
0.3. Left out: sticker 0.03, which is 0.03 / 3.56 = 0.84 %.
"""

from dataclasses import replace
from datetime import date

from supplier_pcf.domain.buckets import ZERO, Buckets, total
from supplier_pcf.domain.energy import EnergyUse
from supplier_pcf.domain.factor import EmissionFactor, GwpSet, Ratings
from supplier_pcf.domain.flows import (
    PCF_STAGES,
    Allocation,
    AllocationBasis,
    Exclusion,
    Material,
    Origin,
    Packaging,
    Stage,
    Waste,
)
from supplier_pcf.domain.record import DeclaredUnit, Evidence, Release
from supplier_pcf.domain.site import ProcessStep, Site
from supplier_pcf.domain.study import Company, Identifier, Period, Product, Scope, Study
from supplier_pcf.domain.transport import Payer, Transport, TransportMode, TransportPurpose
from supplier_pcf.domain.units import Quantity
from supplier_pcf.engine.result import (
    CarbonContent,
    CoProductShare,
    FlowResult,
    NotCounted,
    Result,
)
from supplier_pcf.factors.library import FactorLibrary
from supplier_pcf.factors.sets import FactorSet
from supplier_pcf.formats import Issue
from supplier_pcf.rules import rule_set

RELEASE = Release(
    id="0b9d4c4e-6c53-4a35-9f3e-3f1f5a1f2b10",
    created="2026-03-02T09:30:00Z",
    version=2,
    preceding=("7f0a2e0c-38f3-4a57-8a58-0a5f2d7c9e11",),
)

FACTORS = (
    EmissionFactor(
        id="t:steel", name="Steel sheet", unit="kg", fossil=1.25, publisher="Steel Institute",
        document="Factors for tests", edition="2024", gwp_set=GwpSet.AR6, set_id="t",
        licence="none",
    ),
    EmissionFactor(
        id="t:wood", name="Beech", unit="kg", fossil=0.2, publisher="Steel Institute",
        document="Factors for tests", edition="2024", gwp_set=GwpSet.AR5, set_id="t",
    ),
    EmissionFactor(id="t:air", name="Air freight", unit="t.km", fossil=1.0, publisher="Air Board"),
    EmissionFactor(id="t:power", name="Grid CN", unit="kWh", fossil=0.5, publisher="Grid", year_to=2024),
    EmissionFactor(id="t:carton", name="Carton", unit="kg", fossil=0.8, primary_share=1.0),
    EmissionFactor(id="t:waste", name="Landfill", unit="kg", fossil=0.05, publisher="Grid", year_to=2024),
    EmissionFactor(id="t:truck", name="Truck", unit="t.km", fossil=0.1, publisher="Grid", year_to=2024),
)  # fmt: skip

LIBRARY = FactorLibrary.of(
    FACTORS,
    [
        FactorSet(
            id="t", title="Test set", publisher="Steel Institute", document="Factors for tests",
            edition="2024", licence="none", attribution="Made for tests",
        )
    ],
)  # fmt: skip

STUDY = Study(
    id="s1",
    rule_set="pact-3.0",
    company=Company(
        name="Yongda Stamping 永达冲压",
        domain="Yongda.example",
        identifiers=(
            Identifier(scheme="bpn", value="BPNL00000003CRHK"),
            Identifier(scheme="own", value="47 11"),
            Identifier(scheme="customer", value="V-900", issuer="oem.example"),
            Identifier(scheme="uscc", value="91330200MA2AAAAA1X"),
        ),
    ),
    sites=(Site(id="nb", name="Ningbo", country="CN", subdivision="CN-ZJ"),),
    product=Product(
        name="Bracket 支架",
        description="Stamped bracket with a wooden handle",
        part_number="B 1/2",
        customer_part_number="5Q0.123",
        customer_domain="oem.example",
        classifications=("cpc:49129", "cn:87089997"),
        mass=Quantity(1.2, "kg"),
        volume=1000.0,
    ),
    declared_unit=DeclaredUnit(amount=1.0, unit="piece"),
    period=Period(start=date(2025, 1, 1), end=date(2025, 12, 31)),
    scope=Scope(comment="First release after new press.", limitations="Sticker left out."),
    process_steps=(ProcessStep(id="p", name="Stamping"), ProcessStep(id="q", name="Deburring")),
    materials=(
        Material(
            id="steel", name="Steel", amount=Quantity(1.0, "kg"), factor_id="t:steel",
            origin=Origin.MEASURED, activity_is_primary=True, evidence=("e1",), note="=1+1",
        ),
        Material(id="wood", name="Wood", amount=Quantity(0.3, "kg"), factor_id="t:wood"),
        Material(
            id="sticker", name="Sticker", exclusion=Exclusion(reason="too little", estimate=0.03)
        ),
    ),
    energy_uses=(
        EnergyUse(
            id="power", name="Electricity", factor_id="t:power",
            allocation=Allocation(basis=AllocationBasis.MACHINE_HOURS),
        ),
    ),
    packaging=(Packaging(id="carton", name="Carton", factor_id="t:carton"),),
    wastes=(Waste(id="waste", name="Sweepings", factor_id="t:waste"),),
    transports=(
        Transport(id="air", name="Flight", mode=TransportMode.AIR, factor_id="t:air"),
        Transport(
            id="truck", name="Truck to customer", purpose=TransportPurpose.OUTBOUND,
            paid_by=Payer.US, factor_id="t:truck",
        ),
    ),
    evidence=(Evidence(id="e1", title="Delivery note", file="note.pdf", sha256="ab" * 32),),
)  # fmt: skip


def a_line(flow_id, name, kind, stage, quantity, buckets=ZERO, **facts):
    """A line of the result; without buckets it is not counted."""
    told = {
        "factor_id": f"t:{flow_id}" if buckets != ZERO else None,
        "counted": buckets != ZERO,
        "reason": None if buckets != ZERO else NotCounted.EXCLUDED,
        "primary_share": 0.0,
        "technology": 2.0,
        "time": 1.0,
        "geography": 2.0,
        "estimate": 0.0,
        **facts,
    }
    return FlowResult(
        id=flow_id, name=name, kind=kind, stage=stage, amount=quantity[0], unit=quantity[1],
        buckets=buckets,
        **told,
    )  # fmt: skip


LINES = (
    a_line("steel", "Steel", "materials", Stage.MATERIALS, (1.6, "kg"), Buckets(2.0)),
    a_line(
        "wood", "Wood", "materials", Stage.MATERIALS, (0.5, "kg"),
        Buckets(0.1, 0.03, 0.05, 0.02, -0.01, 0.0, -0.55),
    ),
    a_line("sticker", "Sticker", "materials", Stage.MATERIALS, (None, ""), estimate=0.03),
    a_line("power", "Electricity", "energy_uses", Stage.PRODUCTION, (1.6, "kWh"), Buckets(0.8)),
    a_line(
        "carton", "Carton", "packaging", Stage.PACKAGING, (0.15, "kg"),
        Buckets(fossil=0.12, uptake_packaging=-0.22), primary_share=1.0,
    ),
    a_line("waste", "Sweepings", "wastes", Stage.WASTE, (0.4, "kg"), Buckets(0.02)),
    a_line(
        "air", "Flight", "transports", Stage.INBOUND_TRANSPORT, (0.4, "t.km"), Buckets(aircraft=0.4)
    ),
    a_line(
        "truck", "Truck to customer", "transports", Stage.OUTBOUND_TRANSPORT, (3.0, "t.km"),
        Buckets(0.3),
    ),
)  # fmt: skip
_INSIDE = [line for line in LINES if line.stage is not Stage.OUTBOUND_TRANSPORT]

RESULT = Result(
    study_id="s1",
    rule_set="pact-3.0",
    as_of=date(2026, 3, 1),
    declared_unit=STUDY.declared_unit,
    units_per_declared_unit=1.0,
    mass_kg=1.2,
    buckets=total(line.buckets for line in _INSIDE),
    outbound=Buckets(0.3),
    stages={s: total(line.buckets for line in _INSIDE if line.stage is s) for s in PCF_STAGES},
    flows=LINES,
    primary_data_share_excluding=100 * 0.12 / 3.55,
    primary_data_share_including=100 * 0.12 / 4.1,
    ratings_excluding=Ratings(technology=2.0, time=1.0, geography=2.0),
    ratings_including=Ratings(technology=2.0, time=1.0, geography=2.0),
    exempted_percent=100 * 0.03 / 3.56,
    carbon=CarbonContent(fossil=0.01, biogenic=0.15, recycled=0.0, packaging_biogenic=0.06),
    mass_balance=None,
    co_product_share=CoProductShare(),
    rows_counted=7,
    rows_total=7,
    factor_sets=("t",),
    gwp_sets=("AR5", "AR6", "unknown"),
)


def an_issue(*, rules="pact-3.0", release=RELEASE, findings=(), result=None, **study):
    """The issue above with other rules, other facts of the study or of the result."""
    return Issue(
        study=replace(STUDY, **study),
        result=replace(RESULT, **(result or {})),
        library=LIBRARY,
        rules=rule_set(rules),
        release=release,
        findings=tuple(findings),
    )
