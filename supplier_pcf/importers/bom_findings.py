"""What is odd about the lines of a bill of materials and about the bill as a whole."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping

from supplier_pcf.domain.finding import Finding, Param
from supplier_pcf.importers.bom_columns import BomTable
from supplier_pcf.importers.bom_lines import Line, Lines, label_of
from supplier_pcf.importers.bom_rows import looks_like_packaging
from supplier_pcf.importers.outcome import note, warning

ASSEMBLY_TOLERANCE = 0.05
PRODUCT_TOLERANCE = 0.02


def of_line(lines: Lines, line: Line, where: str, params: Mapping[str, Param]) -> list[Finding]:
    """What is odd about one line that is otherwise understood."""
    found: list[Finding] = []
    if line.aside:
        found.append(warning(line.aside.code, f"{where}/amount", **params, **line.aside.params))
    if line.skips_level:
        found.append(warning("import.level_skipped", f"{where}/parent_id", **params))
    if looks_like_packaging(str(params["name"])):
        found.append(warning("import.looks_like_packaging", where, **params))
    product = lines.product_amounts.kg if lines.product_amounts else None
    own = line.amounts.kg
    if product and own and not line.is_assembly and own > product * (1 + PRODUCT_TOLERANCE):
        found.append(
            warning("import.heavier_than_product", f"{where}/amount", mass=f"{own:g} kg",
                    product=f"{product:g} kg", **params)
        )  # fmt: skip
    return found


def of_whole(bom: BomTable, lines: Lines, ids: list[str]) -> list[Finding]:
    """What is odd about the bill as a whole."""
    found = [*_assemblies(bom, lines, ids), *_repeated(bom, lines)]
    if lines.of_other_products:
        found.append(
            warning("import.several_products", row=lines.of_other_products[0] + 1,
                    name=label_of(bom, lines.of_other_products[0]))
        )  # fmt: skip
    trouble = lines.product_amounts.mass_trouble if lines.product_amounts else None
    if trouble and lines.product_row is not None and trouble.code != "import.no_mass":
        row = lines.product_row
        found.append(
            warning(trouble.code, "product/mass", row=row + 1, name=label_of(bom, row),
                    **trouble.params)
        )  # fmt: skip
    return found


def _assemblies(bom: BomTable, lines: Lines, ids: list[str]) -> list[Finding]:
    """Assemblies whose own mass is not that of their parts."""
    below: dict[int, list[float | None]] = {}
    for line in lines.lines:
        if line.parent is not None:
            below.setdefault(line.parent, []).append(line.amounts.kg)
    found: list[Finding] = []
    for index, masses in below.items():
        amount = lines.lines[index].amounts.amount
        known = [kg for kg in masses if kg is not None]
        if amount is None or amount.unit == "piece" or len(known) < len(masses):
            continue
        own, parts = amount.to("kg"), math.fsum(known)
        if abs(own - parts) > ASSEMBLY_TOLERANCE * max(own, parts):
            row = lines.lines[index].row
            found.append(
                warning("import.assembly_mass_differs", f"materials/{ids[index]}/amount",
                        row=row + 1, name=label_of(bom, row), mass=f"{own:g} kg",
                        parts=f"{parts:g} kg")
            )  # fmt: skip
    return found


def _repeated(bom: BomTable, lines: Lines) -> list[Finding]:
    """Part numbers that stand in several lines: all lines are kept."""
    numbers = Counter(bom.text(line.row, "part_number") for line in lines.lines)
    several = [number for number, times in numbers.items() if number and times > 1]
    if not several:
        return []
    return [
        note("import.part_numbers_repeated", count=len(several), examples=", ".join(several[:5]))
    ]
