"""A stamped bracket from Ningbo and its result, worked by hand, for the tests of the report."""

from datetime import UTC, date, datetime

from supplier_pcf.domain.buckets import Buckets, total
from supplier_pcf.domain.energy import Carrier, DirectEmission, EnergyUse
from supplier_pcf.domain.factor import Boundary, EmissionFactor, GwpSet, Layer, Ratings
from supplier_pcf.domain.finding import Finding, Severity
from supplier_pcf.domain.flows import (
    PCF_STAGES,
    Allocation,
    AllocationBasis,
    Basis,
    Exclusion,
    Material,
    Origin,
    OutsideProcess,
    Packaging,
    Stage,
    Waste,
)
from supplier_pcf.domain.record import DeclaredUnit, Release, Signature
from supplier_pcf.domain.site import PlantOutput, Site
from supplier_pcf.domain.study import Company, Period, Product, Scope, Study
from supplier_pcf.domain.transport import Transport, TransportPurpose
from supplier_pcf.domain.units import Quantity
from supplier_pcf.engine.result import (
    CarbonContent,
    CoProductShare,
    FlowResult,
    MassBalance,
    NotCounted,
    Result,
)
from supplier_pcf.i18n import translator
from supplier_pcf.report.context import Report
from supplier_pcf.rules import rule_set

AS_OF = date(2025, 3, 31)
NOW = datetime(2025, 4, 2, 9, 30, tzinfo=UTC)

# id, kind, stage, name, amount, unit, kg CO2e per unit, factor name, publisher, document, licence
LINES = (
    (
        "m1",
        "materials",
        Stage.MATERIALS,
        "Galvanised coil DX51D+Z275, 2.0 mm",
        1.62,
        "kg",
        1.80,
        "Steel, hot-dip galvanised",
        "Industry association",
        "Life cycle inventory 2023",
        "free use with citation",
    ),
    (
        "m2",
        "materials",
        Stage.MATERIALS,
        "Weld nut M8 (2 pieces)",
        0.024,
        "kg",
        2.5,
        "Steel fasteners",
        "Industry association",
        "Life cycle inventory 2023",
        "free use with citation",
    ),
    (
        "m3",
        "materials",
        Stage.MATERIALS,
        "Forming oil",
        0.004,
        "kg",
        1.1,
        "Lubricating oil",
        "Department for Energy",
        "Conversion factors 2025",
        "OGL v3.0",
    ),
    (
        "e1",
        "energy_uses",
        Stage.PRODUCTION,
        "Electricity, press shop",
        1.85,
        "kWh",
        0.5777,
        "Electricity, national mix",
        "Ministry of Ecology and Environment",
        "Electricity footprint factors 2024",
        "public notice",
    ),
    (
        "e2",
        "energy_uses",
        Stage.PRODUCTION,
        "Electricity, welding cell 2",
        0.42,
        "kWh",
        0.5777,
        "Electricity, national mix",
        "Ministry of Ecology and Environment",
        "Electricity footprint factors 2024",
        "public notice",
    ),
    (
        "e3",
        "energy_uses",
        Stage.PRODUCTION,
        "Natural gas, dryer",
        0.11,
        "kWh gross",
        0.203,
        "Natural gas, burnt and upstream",
        "Department for Energy",
        "Conversion factors 2025",
        "OGL v3.0",
    ),
    (
        "d1",
        "direct_emissions",
        Stage.PRODUCTION,
        "Welding gas (CO₂)",
        0.012,
        "kg",
        1.0,
        "Carbon dioxide",
        "IPCC",
        "Sixth Assessment Report",
        "public",
    ),
    (
        "o1",
        "outside_processes",
        Stage.PRODUCTION,
        "Cathodic dip coating at Yuyao Coating",
        0.21,
        "m2",
        0.95,
        "Cathodic dip coating, supplier's PCF",
        "Yuyao Coating Co., Ltd.",
        "PCF statement 2025-01",
        "",
    ),
    (
        "p1",
        "packaging",
        Stage.PACKAGING,
        "Cardboard box, 60 pieces",
        0.03,
        "kg",
        0.82,
        "Corrugated board",
        "Department for Energy",
        "Conversion factors 2025",
        "OGL v3.0",
    ),
    (
        "p2",
        "packaging",
        Stage.PACKAGING,
        "Returnable crate, 100 trips",
        0.0005,
        "kg",
        3.0,
        "Polypropylene crate",
        "Department for Energy",
        "Conversion factors 2025",
        "OGL v3.0",
    ),
    (
        "w1",
        "wastes",
        Stage.WASTE,
        "Steel scrap to recycling",
        0.42,
        "kg",
        0.01,
        "Scrap handling",
        "Department for Energy",
        "Conversion factors 2025",
        "OGL v3.0",
    ),
    (
        "w2",
        "wastes",
        Stage.WASTE,
        "Oily sludge, hazardous",
        0.003,
        "kg",
        1.5,
        "Hazardous waste, incineration",
        "Department for Energy",
        "Conversion factors 2025",
        "OGL v3.0",
    ),
    (
        "t1",
        "transports",
        Stage.INBOUND_TRANSPORT,
        "Coil by truck from Shanghai",
        0.35,
        "t.km",
        0.107,
        "Truck over 32 t, diesel",
        "Department for Energy",
        "Conversion factors 2025",
        "OGL v3.0",
    ),
    (
        "t2",
        "transports",
        Stage.OUTBOUND_TRANSPORT,
        "Truck to the customer in Hefei",
        0.28,
        "t.km",
        0.107,
        "Truck over 32 t, diesel",
        "Department for Energy",
        "Conversion factors 2025",
        "OGL v3.0",
    ),
)
# by hand: 2.916 + 0.06 + 0.0044 | 1.068745 + 0.242634 + 0.02233 + 0.012 + 0.1995 | 0.0246 + 0.0015
# | 0.0042 + 0.0045 | 0.03745 -> 2.9804 + 1.545209 + 0.0261 + 0.0087 + 0.03745 = 4.597859


def factors():
    """The factor of every line, under its id."""
    electricity = Boundary.DELIVERED_LIFE_CYCLE
    return {
        f"f-{id_}": EmissionFactor(
            id=f"f-{id_}", name=factor, unit=unit, fossil=value, publisher=publisher,
            document=document, licence=licence, place="CN", year_from=2024, gwp_set=GwpSet.AR6,
            layer=Layer.SUPPLIER if id_ == "o1" else Layer.BUNDLED,
            boundary=electricity if unit == "kWh" else Boundary.CRADLE_TO_GATE,
        )
        for id_, _, _, _, _, unit, value, factor, publisher, document, licence in LINES
    }  # fmt: skip


def flow_result(id_, kind, stage, name, amount, unit, value, **changes):  # noqa: PLR0913 - as LINES
    """One counted line with fossil emissions only."""
    fields = {
        "id": id_, "name": name, "kind": kind, "stage": stage, "amount": amount, "unit": unit, "factor_id": f"f-{id_}",
        "buckets": Buckets(fossil=amount * value), "counted": True, "reason": None, "primary_share": 0.0,
        "technology": 3.0, "time": 2.0, "geography": 2.0, "estimate": 0.0,
    }  # fmt: skip
    return FlowResult(**(fields | changes))


def result(lines=None, **changes):
    """A complete result of these lines."""
    flows = lines if lines is not None else bracket_lines()
    inside = [f for f in flows if f.counted and f.stage in PCF_STAGES]
    stages = {s: total(f.buckets for f in inside if f.stage is s) for s in PCF_STAGES}
    outbound = total(f.buckets for f in flows if f.stage is Stage.OUTBOUND_TRANSPORT)
    owed = [f for f in flows if f.reason is not NotCounted.EXCLUDED]
    ratings = Ratings(technology=2.94, time=1.87, geography=2.13)
    fields = {
        "study_id": "s", "rule_set": "catena-x-4.0", "as_of": AS_OF, "declared_unit": DeclaredUnit(),
        "units_per_declared_unit": 1.0, "mass_kg": 1.2, "buckets": total(f.buckets for f in inside),
        "outbound": outbound, "stages": stages, "flows": tuple(flows), "primary_data_share_excluding": 4.61,
        "primary_data_share_including": 4.61, "ratings_excluding": ratings, "ratings_including": ratings,
        "exempted_percent": 0.0435, "carbon": CarbonContent(),
        "mass_balance": MassBalance(inputs=1.644, product=1.2, co_products=0.0, wastes=0.42),
        "co_product_share": CoProductShare(), "rows_counted": len(owed), "rows_total": len(owed),
        "factor_sets": (), "gwp_sets": ("AR6",),
    }  # fmt: skip
    return Result(**(fields | changes))


def bracket_lines():
    """The lines of the bracket, and one that is left out."""
    lines = [flow_result(*line[:7]) for line in LINES]
    left_out = flow_result(
        "x1", "materials", Stage.MATERIALS, "Label", 0.001, "kg", 2.0, buckets=Buckets(),
        counted=False, reason=NotCounted.EXCLUDED, estimate=0.002,
    )  # fmt: skip
    return (*lines, left_out)


def study(**changes):
    """The bracket's study, with as much as the report reads."""
    by_hours = Allocation(basis=AllocationBasis.MACHINE_HOURS)
    plant = {"basis": Basis.PER_PERIOD, "allocation": by_hours, "origin": Origin.MEASURED}
    fields = {
        "id": "s", "rule_set": "catena-x-4.0",
        "company": Company(name="Ningbo Yongxin Stamping Co., Ltd."),
        "sites": (
            Site(
                id="n", name="Beilun plant", address="18 Minshan Road, Ningbo", country="CN",
                subdivision="CN-ZJ",
                outputs=(
                    PlantOutput(id="1", is_this_product=True, units=480_000, machine_hours=1_240),
                    PlantOutput(id="2", units=900_000, machine_hours=6_510),
                ),
            ),
        ),
        "product": Product(
            name="Bracket, front axle, left", part_number="L-4711",
            customer_part_number="8K0 199 431 C", customer="Examplecar AG",
            mass=Quantity(1.2, "kg"), volume=480_000,
        ),
        "period": Period(start=date(2024, 1, 1), end=date(2024, 12, 31)),
        "scope": Scope(limitations="Coating data is the supplier's own and covers its year 2024."),
        "materials": (
            Material(id="m1", name="Galvanised coil", origin=Origin.MEASURED),
            Material(id="m2", name="Weld nut", origin=Origin.CALCULATED),
            Material(id="m3", name="Forming oil", origin=Origin.ESTIMATED),
            Material(id="x1", name="Label", exclusion=Exclusion(reason="Below 1 g a piece.")),
        ),
        "energy_uses": (
            EnergyUse(id="e1", name="Electricity, press shop", site_id="n", **plant),
            EnergyUse(id="e2", name="Electricity, welding cell 2", site_id="n", origin=Origin.MEASURED),
            EnergyUse(id="e3", name="Natural gas, dryer", carrier=Carrier.NATURAL_GAS, site_id="n", **plant),
        ),
        "direct_emissions": (DirectEmission(id="d1", name="Welding gas", origin=Origin.CALCULATED),),
        "outside_processes": (OutsideProcess(id="o1", name="Coating", origin=Origin.CALCULATED),),
        "packaging": (
            Packaging(id="p1", name="Cardboard box", origin=Origin.MEASURED),
            Packaging(id="p2", name="Crate", origin=Origin.ESTIMATED),
        ),
        "wastes": (
            Waste(id="w1", name="Scrap", origin=Origin.MEASURED),
            Waste(id="w2", name="Sludge", origin=Origin.ESTIMATED),
        ),
        "transports": (
            Transport(id="t1", name="Coil", origin=Origin.ASSUMED),
            Transport(id="t2", name="Out", purpose=TransportPurpose.OUTBOUND, origin=Origin.ASSUMED),
        ),
        "prepared": Signature(name="Zhang Wei", day="2025-03-28"),
        "checked": Signature(name="Chen Lijuan", day="2025-03-31"),
        "approved": Signature(name="Wang Jianguo", day="2025-03-31"),
        "releases": (Release(id="r", created="2025-03-31T08:00:00Z", version=2),),
    }  # fmt: skip
    return Study(**(fields | changes))


FINDINGS = (
    Finding(
        code="test.old_factor", severity=Severity.WARNING, params={"name": "Polypropylene crate"}
    ),
    Finding(code="test.assumed", severity=Severity.WARNING, params={"name": "Coil by truck"}),
    Finding(code="test.note", severity=Severity.NOTE),
)
SENTENCES = {
    "test.old_factor": "The factor of {name} is older than four years; a newer one may change the result.",
    "test.assumed": "The distance of {name} is assumed from the map. Ask the carrier for the real one.",
    "test.note": "Nothing of note.",
}


def report(**changes):
    """All that the sections need, ready to draw."""
    language = changes.get("language", "en")
    fields = {
        "study": study(), "result": result(), "findings": FINDINGS, "factors": factors(),
        "rules": rule_set("catena-x-4.0"), "language": language, "as_of": AS_OF, "now": NOW,
        "translate": translator(language),
    }  # fmt: skip
    return Report(**(fields | changes))


def longer(text):
    """A pseudo-translation, a third longer, that keeps placeholders."""
    return (
        text
        + " "
        + "".join("äöüß"[i % 4] + ("n " if i % 7 == 6 else "e") for i in range(len(text) // 6 + 1))
    )
