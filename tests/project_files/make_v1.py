"""Makes v1.spcf: a small but full study, with every kind of flow. Run once; the file is kept for ever.

python -m tests.project_files.make_v1
"""

from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from supplier_pcf.domain.energy import (
    Carrier,
    DirectEmission,
    ElectricitySource,
    EnergyUse,
    InstrumentProof,
)
from supplier_pcf.domain.factor import (
    Boundary,
    EmissionFactor,
    Gases,
    GwpSet,
    Layer,
    Ratings,
    ScrapConvention,
)
from supplier_pcf.domain.flows import (
    ActivityFacts,
    Allocation,
    AllocationBasis,
    Basis,
    ChosenBy,
    CoProduct,
    Exclusion,
    Material,
    Origin,
    OutsideProcess,
    Packaging,
    PackagingKind,
    TechnologyFit,
    Waste,
    WasteTreatment,
)
from supplier_pcf.domain.record import (
    Change,
    DeclaredUnit,
    Evidence,
    Release,
    ReleaseStatus,
    Signature,
)
from supplier_pcf.domain.site import Meter, PlantOutput, ProcessStep, Reading, Site
from supplier_pcf.domain.study import (
    Company,
    CoProductMethod,
    Identifier,
    Period,
    Product,
    Scope,
    Study,
)
from supplier_pcf.domain.transport import (
    DistanceKind,
    FuelUse,
    Payer,
    Transport,
    TransportMode,
    TransportPurpose,
)
from supplier_pcf.domain.units import Quantity
from supplier_pcf.project.attachments import stage
from supplier_pcf.project.file import Project, write

HERE = Path(__file__).parent
NOW = datetime(2026, 1, 31, 12, 0, 0, tzinfo=UTC)
BILL = "电费单 January.txt"
BILL_TEXT = b"Stromrechnung Januar 2025: 10 412 kWh\n"

PLANT = Site(
    id="ningbo",
    name="宁波工厂",
    address="1 Beilun Road, Ningbo",
    country="CN",
    subdivision="CN-ZJ",
    outputs=(
        PlantOutput(
            id="bracket",
            name="Bracket",
            is_this_product=True,
            units=120000.0,
            mass_per_unit=Quantity(0.35, "kg"),
            machine_hours=1800.0,
            price_per_unit=1.9,
        ),
        PlantOutput(id="other", name="Everything else", units=480000.0),
    ),
)

METER = Meter(
    id="main",
    site_id="ningbo",
    name="Main meter",
    readings=(
        Reading(start=date(2025, 1, 1), end=date(2025, 1, 31), amount=10412.0, note="bill"),
        Reading(start=date(2025, 2, 1), end=date(2025, 2, 28), amount=9871.5),
    ),
    evidence=("bill",),
    note="Includes the office.",
)

MATERIALS = (
    Material(
        id="sheet",
        name="Steel sheet DC01 “cold rolled” 冷轧钢板",
        amount=Quantity(0.42, "kg"),
        factor_id="own:steel",
        factor_reason="Closest process route.",
        technology_fit=TechnologyFit.SIMILAR,
        origin=Origin.MEASURED,
        activity_is_primary=True,
        facts=ActivityFacts(
            technology=TechnologyFit.SAME_COMPANY, place="CN-ZJ", period_end="2025-12-31"
        ),
        supplier="Baosteel",
        note="Coil 1.5 mm",
        evidence=("bill",),
        part_number="4711-01",
        designation="DC01",
        gross_amount=Quantity(0.5, "kg"),
        enters_at="stamping",
        recycled_pre_consumer=0.05,
        recycled_post_consumer=0.2,
        recycled_factor_id="own:scrap-steel",
        origin_place="CN",
        carbon_kind="steel",
        fossil_carbon_share=0.001,
    ),
    Material(id="bolt", name="Bolt M6", amount=Quantity(2.0, "piece"), parent_id="set",
             quantity_per=2.0, mass_per_unit=Quantity(8.0, "g"), factor_chosen_by=ChosenBy.IMPORT,
             factor_id="demo-2025:steel"),
    Material(id="set", name="Bolt set", amount=Quantity(1.0, "piece")),
    Material(id="oil", name="Stamping oil", amount=Quantity(120.0, "kg"), basis=Basis.PER_PERIOD,
             is_auxiliary=True, allocation=Allocation(
                 basis=AllocationBasis.SHARE, site_id="ningbo", share=0.25, reason="by press hours"),
             exclusion=Exclusion(reason="Below one percent.", estimate=0.0004)),
)  # fmt: skip

ENERGY = (
    EnergyUse(
        id="power",
        name="Electricity",
        basis=Basis.PER_PERIOD,
        allocation=Allocation(basis=AllocationBasis.MACHINE_HOURS, site_id="ningbo"),
        factor_id="demo-2025:electricity",
        site_id="ningbo",
        meter_id="main",
        source=ElectricitySource.CERTIFICATES,
        proof=InstrumentProof(
            carries_attributes=True,
            unique_claim=True,
            cancelled_for_us=False,
            serials="GEC-1..GEC-9",
            evidence=("bill",),
        ),
        is_tracked_factor=True,
    ),
    EnergyUse(id="gas", carrier=Carrier.NATURAL_GAS, amount=Quantity(0.03, "Nm3")),
)

TRANSPORTS = (
    Transport(
        id="lorry-in",
        name="Coil from Shanghai",
        carries=("sheet",),
        distance=Quantity(220.0, "km"),
        distance_kind=DistanceKind.SHORTEST_FEASIBLE,
        distance_adjustment=1.15,
        paid_by=Payer.US,
        from_place="Shanghai",
        to_place="Ningbo",
    ),
    Transport(
        id="ship-out",
        mode=TransportMode.SEA,
        purpose=TransportPurpose.OUTBOUND,
        carried_mass=Quantity(0.38, "kg"),
        distance=Quantity(19500.0, "km"),
        paid_by=Payer.CUSTOMER,
    ),
    Transport(
        id="works-lorry",
        purpose=TransportPurpose.INTERNAL,
        fuel=FuelUse(
            litres_per_km_loaded=0.3,
            litres_per_km_empty=0.2,
            empty_share=0.5,
            load=Quantity(7.5, "t"),
        ),
    ),
)

STEEL = EmissionFactor(
    id="own:steel",
    version=2,
    name="Steel sheet, supplier",
    name_zh="钢板",
    name_de="Stahlblech",
    category="metal",
    fossil=2.31,
    land_use_change=0.002,
    uptake=-0.01,
    gases=Gases(co2_fossil=2.2, ch4_fossil=0.0037),
    direct=1.9,
    upstream=0.4,
    grid_kwh=0.12,
    boundary=Boundary.CRADLE_TO_GATE,
    scrap_convention=ScrapConvention.CUT_OFF,
    includes_forming=True,
    gwp_set=GwpSet.AR6,
    place="CN",
    year_from=2023,
    year_to=2024,
    publisher="Baosteel",
    document="PCF 2024-117",
    layer=Layer.SUPPLIER,
    sigma_ln=0.05,
    primary_share=0.6,
    ratings=Ratings(technology=1.0, time=2.0, geography=1.5),
    valid_until="2027-06-30",
    exempted_percent=1.2,
    aliases=("DC01", "SPCC"),
)

BUNDLED = (
    EmissionFactor(id="demo-2025:electricity", unit="kWh", fossil=0.5777, place="CN",
                   boundary=Boundary.DELIVERED_LIFE_CYCLE, licence="made up for this test"),
    EmissionFactor(id="demo-2025:steel", fossil=2.0, gwp_set=GwpSet.AR5,
                   licence="made up for this test"),
)  # fmt: skip


def study() -> Study:
    """What v1.spcf holds, for ever."""
    return Study(
        id="0b7e6a52-3f0d-4d58-9a53-5a1f4c9ff001",
        title="Bracket 支架, Träger",
        language="zh_CN",
        company=Company(
            name="宁波精密件有限公司",
            identifiers=(
                Identifier(scheme="bpn", value="BPNL0000000000XX"),
                Identifier(scheme="customer", value="1-77", issuer="kunde.example"),
            ),
            domain="parts.example",
            contact="Wang Wei",
            email="pcf@parts.example",
            phone="+86 574 000",
        ),
        sites=(PLANT,),
        meters=(METER,),
        product=Product(
            name="Bracket",
            part_number="4711",
            customer_part_number="A 000 123",
            customer="Kunde GmbH",
            customer_domain="kunde.example",
            classifications=("cn:87089997",),
            mass=Quantity(0.35, "kg"),
            volume=120000.0,
            price=1.9,
            currency="EUR",
        ),
        declared_unit=DeclaredUnit(amount=1.0, unit="kg"),
        period=Period(start=date(2025, 1, 1), end=date(2025, 12, 31)),
        scope=Scope(application="Customer request", limitations="One plant.", is_prospective=True),
        process_steps=(
            ProcessStep(id="stamping", name="Stamping", site_id="ningbo", material_yield=0.84,
                        reject_share=0.02),
            ProcessStep(id="plating", name="Plating", note="outside"),
        ),
        materials=MATERIALS,
        energy_uses=ENERGY,
        direct_emissions=(
            DirectEmission(id="refill", gas="HFC-134a", amount=Quantity(1.5, "kg"),
                           basis=Basis.PER_PERIOD, recovered=Quantity(0.5, "kg")),
        ),
        outside_processes=(
            OutsideProcess(id="zinc", process="zinc plating", place="CN-ZJ",
                           amount=Quantity(0.02, "m2")),
        ),
        packaging=(
            Packaging(id="box", kind=PackagingKind.RETURNABLE, units_per_package=50.0, trips=40.0,
                      amount=Quantity(1.2, "kg"), biogenic_carbon_share=0.4),
        ),
        wastes=(
            Waste(id="scrap", treatment=WasteTreatment.RECYCLING, sold=True,
                  amount=Quantity(0.08, "kg")),
            Waste(id="film", treatment=WasteTreatment.INCINERATION, of_packaging=True,
                  fossil_carbon_share=0.8),
        ),
        transports=TRANSPORTS,
        co_products=(
            CoProduct(id="washer", amount=Quantity(1.0, "piece"), price=0.02, price_years=3,
                      price_source="invoices", legal_proof="sold as a part"),
        ),
        co_product_method=CoProductMethod.ECONOMIC,
        co_product_reason="Prices differ by more than five times.",
        factors=(STEEL,),
        evidence=(
            Evidence(id="bill", title="Bill of January", file=BILL, page="1", period="2025-01",
                     kind="invoice"),
        ),
        changes=(Change(when="2026-01-30T08:00:00Z", who="Wang", what="amount", why="bill came"),),
        prepared=Signature(name="Wang Wei", day="2026-01-30"),
        checked=Signature(name="Li Na", day="2026-01-31"),
        releases=(
            Release(id="urn:uuid:1", created="2025-06-01T00:00:00Z",
                    status=ReleaseStatus.DEPRECATED, fingerprint="00"),
            Release(id="urn:uuid:2", created="2026-01-31T00:00:00Z", version=2,
                    preceding=("urn:uuid:1",)),
        ),
    )  # fmt: skip


def make(target: Path) -> Project:
    """Writes the file."""
    with TemporaryDirectory() as folder:
        bill = Path(folder) / BILL
        bill.write_bytes(BILL_TEXT)
        attached = stage(bill, Path(folder) / "staged")
        project = Project(study=study(), factors=BUNDLED, attachments={BILL: attached})
        return write(target, project, now=NOW)


if __name__ == "__main__":
    make(HERE / "v1.spcf")
