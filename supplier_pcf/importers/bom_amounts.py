"""From the numbers of one bill row to amounts: net and gross for one unit, and how many go in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from supplier_pcf.domain.finding import Param
from supplier_pcf.domain.units import Dimension, Quantity, dimension_of
from supplier_pcf.importers.bom_columns import BomTable
from supplier_pcf.importers.numbers import Ambiguous, NotANumber, Number
from supplier_pcf.importers.outcome import Trouble
from supplier_pcf.importers.unit_words import unit_beside, unit_of

HEAVIEST_KG = 1e6
TIMES_THE_PRODUCT = 100.0
_SAME = 0.01


class Doubtful(Exception):
    """A value of this row cannot be used as it stands; caught where the row is read."""

    def __init__(self, code: str, **params: Param) -> None:
        super().__init__(code)
        self.trouble = Trouble(code=code, params=params)


@dataclass(frozen=True, slots=True, kw_only=True)
class Amounts:
    """What one row says in amounts; a trouble names the first value that cannot be used."""

    amount: Quantity | None = None
    quantity_per: float | None = None
    gross: Quantity | None = None
    quantity_trouble: Trouble | None = None
    mass_trouble: Trouble | None = None
    counted: bool = True
    """False where the line is measured in kg, m, m2 or l instead of pieces."""

    @property
    def kg(self) -> float | None:
        """The net mass for one unit of the parent, where it is known."""
        if self.amount is None or self.quantity_per is None:
            return None
        is_mass = dimension_of(self.amount.unit) is Dimension.MASS
        return self.amount.to("kg") * self.quantity_per if is_mass else None


def amounts(bom: BomTable, row: int, product_kg: float | None = None) -> Amounts:
    """The amounts of a row, each part as far as it can be read."""
    try:
        quantity = _quantity(bom, row)
    except Doubtful as doubt:
        return Amounts(quantity_trouble=doubt.trouble)
    counted = dimension_of(quantity.unit) is Dimension.COUNT
    per = quantity.to("piece") if counted else 1.0
    try:
        net, gross = _masses(bom, row, quantity, counted=counted)
        _check_size(bom, row, net, product_kg)
    except Doubtful as doubt:
        return Amounts(quantity_per=per, mass_trouble=doubt.trouble, counted=counted)
    if counted:
        return _counted(bom, row, net, gross, per)
    return replace(_measured(bom, row, net, gross, quantity), counted=False)


def _quantity(bom: BomTable, row: int) -> Quantity:
    """How much of the line goes into its parent; one piece where the table has no such column."""
    if "quantity" not in bom.fields:
        return Quantity(1.0, "piece")
    number = _number(bom, row, "quantity")
    if number is None:
        raise Doubtful("import.no_quantity", cell=bom.cell(row, "quantity"))
    if number.value == 0:
        raise Doubtful("import.zero", **_at(bom, row, "quantity", number.value))
    return Quantity(number.value, _quantity_unit(bom, row, number))


def _quantity_unit(bom: BomTable, row: int, number: Number) -> str:
    """The unit beside the number, in the unit column, or in the heading; else pieces."""
    told = "" if number.unit else bom.told_unit("quantity")
    if told:
        return told
    written = number.unit or bom.text(row, "unit")
    if not written:
        beside_mass = unit_of(bom.text(row, "mass_unit"))
        if beside_mass and dimension_of(beside_mass) is Dimension.COUNT:
            return beside_mass
        return bom.units.get("quantity") or "piece"
    unit = unit_beside(written)
    if unit is None:
        field = "quantity" if number.unit else "unit"
        raise Doubtful("import.unit_unknown", **_at(bom, row, field, written))
    return unit


def _number(bom: BomTable, row: int, field: str) -> Number | None:
    """The number of a field in a row, not negative; None where the cell is empty.

    Raises:
        Doubtful: something else stands there.
    """
    if field not in bom.fields:
        return None
    reading = bom.numbers[field].readings[row - bom.first_row]
    if reading is None:
        if (row, bom.fields[field]) in bom.table.uncalculated:
            raise Doubtful("import.formula_not_calculated", cell=bom.cell(row, field))
        return None
    if isinstance(reading, Ambiguous):
        both: Mapping[str, Param] = {
            "with_comma": reading.with_comma,
            "with_point": reading.with_point,
        }
        raise Doubtful("import.number_ambiguous", **_at(bom, row, field, reading.text), **both)
    if isinstance(reading, NotANumber):
        raise Doubtful(f"import.{reading.problem}", **_at(bom, row, field, reading.text))
    if reading.value < 0:
        raise Doubtful("import.negative", **_at(bom, row, field, reading.value))
    return reading


def _at(bom: BomTable, row: int, field: str, value: Param) -> dict[str, Param]:
    return {"cell": bom.cell(row, field), "heading": bom.heading(field), "value": value}


def _mass(bom: BomTable, row: int, field: str) -> Quantity | None:
    """The mass in a column with its unit: beside the number, in the unit column, in the heading."""
    number = _number(bom, row, field)
    if number is None:
        return None
    written = number.unit or bom.told_unit(field) or bom.text(row, "mass_unit")
    unit = unit_beside(written) if written else None
    if written and not number.unit and dimension_of(unit or "") is Dimension.COUNT:
        written, unit = "", None
    if written and unit is None:
        raise Doubtful("import.unit_unknown", **_at(bom, row, field, written))
    unit = unit or bom.units.get(field) or _unit_of_line(bom, row)
    if unit is None:
        raise Doubtful("import.unit_missing", **_at(bom, row, field, number.value))
    if dimension_of(unit) is not Dimension.MASS:
        raise Doubtful("import.unit_not_mass", **_at(bom, row, field, number.value), unit=unit)
    if number.value == 0:
        raise Doubtful("import.zero", **_at(bom, row, field, number.value))
    return Quantity(number.value, unit)


def _unit_of_line(bom: BomTable, row: int) -> str | None:
    """The unit column's unit where it is a mass and so can only mean the mass."""
    unit = unit_of(bom.text(row, "unit"))
    return unit if unit and dimension_of(unit) is Dimension.MASS else None


def _masses(
    bom: BomTable, row: int, quantity: Quantity, *, counted: bool
) -> tuple[Quantity | None, Quantity | None]:
    """Net and gross for one unit of the line, or for the whole line where it is not counted."""
    gross = _mass(bom, row, "gross_mass")
    net = _mass(bom, row, "unit_mass") or _mass(bom, row, "net_mass")
    total = None if net else _mass(bom, row, "total_mass")
    if total is not None and counted:
        net = Quantity(total.value / quantity.to("piece"), total.unit)
    elif total is not None:
        net = total
    gross = gross or _gross_by_yield(bom, row, net)
    if net and gross and gross.to("kg") < net.to("kg") * (1 - 1e-9):
        raise Doubtful(
            "import.gross_below_net", cell=bom.cell(row, _gross_field(bom)),
            gross=f"{gross.value:g} {gross.unit}", net=f"{net.value:g} {net.unit}",
        )  # fmt: skip
    return net, gross


def _gross_field(bom: BomTable) -> str:
    return "gross_mass" if "gross_mass" in bom.fields else "yield_share"


def _gross_by_yield(bom: BomTable, row: int, net: Quantity | None) -> Quantity | None:
    """The gross mass a yield stands for."""
    share = share_of(bom, row, "yield_share") if net else None
    return Quantity(net.value / share, net.unit) if net and share else None


def share_of(bom: BomTable, row: int, field: str) -> float | None:
    """A share from 0 to 1; a column with any number above 1 is in percent, whatever its heading."""
    number = _number(bom, row, field)
    if number is None:
        return None
    readings = bom.numbers[field].readings
    in_percent = number.unit == "%" or any(isinstance(r, Number) and r.value > 1 for r in readings)
    share = number.value / 100 if in_percent else number.value
    if share > 1 or number.unit not in {"", "%"}:
        raise Doubtful("import.not_a_share", **_at(bom, row, field, number.value))
    return share


def _check_size(bom: BomTable, row: int, net: Quantity | None, product_kg: float | None) -> None:
    """A mass no part can have is more likely a wrong unit."""
    limit = HEAVIEST_KG if product_kg is None else min(HEAVIEST_KG, TIMES_THE_PRODUCT * product_kg)
    if net is not None and net.to("kg") > limit:
        field = next(f for f in ("unit_mass", "net_mass", "total_mass") if f in bom.fields)
        value = f"{net.value:g} {net.unit}"
        raise Doubtful("import.mass_absurd", **_at(bom, row, field, value), limit=limit)


def _counted(
    bom: BomTable, row: int, net: Quantity | None, gross: Quantity | None, per: float
) -> Amounts:
    """A line counted in pieces: its net mass is for one piece."""
    if net is not None:
        return Amounts(amount=net, quantity_per=per, gross=gross)
    if gross is not None:
        cell = bom.cell(row, "gross_mass")
        trouble = Trouble(code="import.no_net_mass", params={"cell": cell})
        return Amounts(quantity_per=per, mass_trouble=trouble)
    trouble = Trouble(code="import.no_mass", params={"quantity": per})
    return Amounts(amount=Quantity(1.0, "piece"), quantity_per=per, mass_trouble=trouble)


def _measured(
    bom: BomTable, row: int, net: Quantity | None, gross: Quantity | None, quantity: Quantity
) -> Amounts:
    """A line measured in kg, m, m2, l: the quantity is the amount, and the number going in is one."""
    if dimension_of(quantity.unit) is Dimension.MASS:
        return _weighed(bom, row, net, gross, quantity)
    if net is None:
        params: dict[str, Param] = {"amount": quantity.value, "unit": quantity.unit}
        trouble = Trouble(code="import.no_mass_of_measured", params=params)
        return Amounts(amount=quantity, quantity_per=1.0, gross=None, mass_trouble=trouble)
    if "unit_mass" in bom.fields:
        return Amounts(amount=net, quantity_per=quantity.value, gross=gross)
    if "total_mass" in bom.fields or abs(quantity.value - 1) < 1e-9:
        return Amounts(amount=net, quantity_per=1.0, gross=gross)
    trouble = Trouble(
        code="import.mass_of_what",
        params={
            "cell": bom.cell(row, "net_mass"), "mass": f"{net.value:g} {net.unit}",
            "amount": quantity.value, "unit": quantity.unit,
        },
    )  # fmt: skip
    return Amounts(mass_trouble=trouble)


def _weighed(
    bom: BomTable, row: int, net: Quantity | None, gross: Quantity | None, quantity: Quantity
) -> Amounts:
    """A raw material line such as 0.42 KG; a mass beside it has to agree with it one way or another."""
    if net is None or (net.value == 1 and net.unit == quantity.unit):
        return Amounts(amount=quantity, quantity_per=1.0, gross=gross if net is None else None)
    kg = quantity.to("kg")
    if _near(net.to("kg"), kg) or (gross is not None and _near(gross.to("kg"), kg)):
        return Amounts(amount=net, quantity_per=1.0, gross=gross)
    trouble = Trouble(
        code="import.mass_and_quantity_differ",
        params={
            "mass": f"{net.value:g} {net.unit}", "quantity": f"{quantity.value:g} {quantity.unit}",
            "cell": bom.cell(row, "quantity"),
        },
    )  # fmt: skip
    return Amounts(quantity_per=1.0, mass_trouble=trouble)


def _near(first: float, second: float) -> bool:
    return abs(first - second) <= _SAME * max(abs(first), abs(second))
