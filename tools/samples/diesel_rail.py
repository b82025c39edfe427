"""The published worked example of a diesel rail, from the printed table."""

from __future__ import annotations

from supplier_pcf.domain.energy import Carrier, DirectEmission, EnergyUse
from supplier_pcf.domain.factor import Boundary, EmissionFactor, GwpSet, Layer
from supplier_pcf.domain.flows import Basis, Flow, Material, Origin
from supplier_pcf.domain.record import DeclaredUnit
from supplier_pcf.domain.study import Product, Scope, Study
from supplier_pcf.domain.units import Quantity

DOCUMENT = "Catena-X / TfS PCF verification framework v2.0"
TABLE = "Tables 2 and 4"

# name, amount a year, unit, kg CO2e a year as printed, kind of flow
ROWS = (
    ("Electricity", 3512, "MWh", 175600, "electricity"),
    ("Hot water, 65 °C", 2000, "m3", 211964, "heat"),
    ("Cold water, 5 °C", 3000, "m3", 12180, "cold"),
    ("Compressed air, 10 bar", 1740, "kWh", 609, "compressed_air"),
    ("Lubricant, refill", 745, "kg", 905, "auxiliary"),
    ("Water, refill", 2000, "kg", 1, "auxiliary"),
    ("Detergent, refill", 2650, "kg", 3005, "auxiliary"),
    ("Process gas, leak test", 11, "kg", 257774, "gas"),
    ("Rail body", 1290000, "piece", 4029960, "part"),
    ("Rail body, machined", 210000, "piece", 682282, "part"),
    ("Pressure regulating valve", 1500000, "piece", 1875000, "part"),
    ("High-pressure sensor", 1500000, "piece", 450000, "part"),
    ("Fitting", 1500000, "piece", 12600, "part"),
    ("Sticker", 1500000, "piece", 7500, "part"),
    ("Protective caps", 9750000, "piece", 594750, "part"),
)

BOUNDARIES = {
    "electricity": Boundary.DELIVERED_LIFE_CYCLE,
    "heat": Boundary.DELIVERED_LIFE_CYCLE,
    "cold": Boundary.DELIVERED_LIFE_CYCLE,
    "compressed_air": Boundary.DELIVERED_LIFE_CYCLE,
    "gas": Boundary.CHARACTERISATION,
}


def factor_of(number: int, row: tuple[str, float, str, float, str]) -> EmissionFactor:
    """The factor that gives the printed kg: the printed factors are rounded."""
    name, amount, unit, kg, kind = row
    return EmissionFactor(
        id=f"own:diesel-rail-{number:02}",
        name=f"{name}, as published",
        unit=unit,
        fossil=kg / amount,
        boundary=BOUNDARIES.get(kind, Boundary.CRADLE_TO_GATE),
        gwp_set=GwpSet.UNKNOWN,
        publisher="Catena-X e.V. and Together for Sustainability",
        document=DOCUMENT,
        edition="2.0",
        table=TABLE,
        licence="single figures cited as facts",
        layer=Layer.OWN,
        note="Printed kg CO2e of the row over its printed amount",
    )


def flow_of(number: int, row: tuple[str, float, str, float, str]) -> Flow:
    """The row as a flow of the whole year."""
    name, amount, unit, _, kind = row
    facts = {
        "id": f"row-{number:02}",
        "name": name,
        "amount": Quantity(amount, unit),
        "basis": Basis.PER_PERIOD,
        "factor_id": f"own:diesel-rail-{number:02}",
        "origin": Origin.MEASURED,
        "note": f"{DOCUMENT}, {TABLE}",
    }
    if kind == "gas":
        return DirectEmission(gas="SF6", **facts)
    if kind in ("part", "auxiliary"):
        return Material(is_auxiliary=kind == "auxiliary", **facts)
    return EnergyUse(carrier=Carrier(kind), **facts)


def study() -> Study:
    """The study; what the table does not say (company, mass, year) stays empty."""
    flows = [flow_of(i, row) for i, row in enumerate(ROWS, start=1)]
    return Study(
        id="diesel-rail",
        title="Diesel rail, published example",
        rule_set="catena-x-4.0",
        product=Product(
            name="Diesel rail",
            description="Published worked example of a screening: media and parts of one year",
            volume=1_500_000,
        ),
        declared_unit=DeclaredUnit(amount=1, unit="piece"),
        scope=Scope(
            comment=(
                "The source names neither the year nor the mass of the rail, so both stay open here. "
                "Hot and cold water are printed in m3 with factors that belong to MWh: the printed "
                "kg are used."
            )
        ),
        materials=tuple(f for f in flows if isinstance(f, Material)),
        energy_uses=tuple(f for f in flows if isinstance(f, EnergyUse)),
        direct_emissions=tuple(f for f in flows if isinstance(f, DirectEmission)),
        factors=tuple(factor_of(i, row) for i, row in enumerate(ROWS, start=1)),
    )
