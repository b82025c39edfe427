"""A material counted with something that is no material, or with another one (ISO 14067 clause 6.3.5)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from supplier_pcf.checks.examined import Examined, named, place
from supplier_pcf.domain.factor import EmissionFactor, Layer
from supplier_pcf.domain.factor_names import named_factor
from supplier_pcf.domain.finding import Finding, Severity
from supplier_pcf.domain.flows import Material
from supplier_pcf.domain.units import Dimension, dimension_of
from supplier_pcf.factors.aliases import Family, families
from supplier_pcf.factors.guards import FITTING, FactorUse
from supplier_pcf.factors.ranges import family_of

_CLAUSE = "ISO 14067:2018, 6.3.5"
_BY_CATEGORY = {
    "process": "mix_up.process",
    "packaging": "mix_up.packaging",
    "electricity": "mix_up.energy",
    "fuel": "mix_up.energy",
    "heat": "mix_up.energy",
}
_PROCESS = re.compile(
    r"\b(welding|machining|milling|turning|grinding|plating|anodi[sz]ing|painting|heat treatment|hardening|stamping)\b"
    r"|schwei(ß|ss)en|zerspan|fräsen|schleifen|galvanisieren|lackieren|wärmebehandlung|焊接|机加工|切削|电镀|热处理|喷涂",
    re.IGNORECASE,
)
"""Names of processes, for own factors that state no category."""
_GROUPS = {
    "steel": "iron",
    "stainless steel": "iron",
    "aluminium": "aluminium",
    "aluminium casting": "aluminium",
    "polymer": "plastic",
    "plastic": "plastic",
    "recycled polymer": "plastic",
    "PU precursor": "plastic",
    "copper": "copper",
    "zinc": "zinc",
    "glass": "glass",
    "glass fibre": "glass",
    "titanium": "titanium",
}
"""Large groups of materials by the kinds of the library; kinds that mix several are left out on purpose."""


def materials_have_factors_of_materials(examined: Examined) -> Iterator[Finding]:
    """The mass of a material meets a factor of a process, of packaging or of energy; a stated reason settles it."""
    known: dict[str, str] = {}
    for flow, line, factor in examined.factored():
        code = known.get(factor.id)
        if code is None:
            code = known[factor.id] = _of_another_kind(factor)
        if not code or not isinstance(flow, Material) or flow.factor_reason:
            continue
        if code == "mix_up.packaging" and flow.is_auxiliary:
            continue
        yield Finding(
            code=code,
            severity=Severity.WARNING,
            where=place(line.kind, flow, "factor"),
            clause=_CLAUSE,
            params={"name": named(flow), "factor": named_factor(factor)},
        )


def _of_another_kind(factor: EmissionFactor) -> str:
    if dimension_of(factor.unit) is not Dimension.MASS or factor.is_received:
        return ""
    if factor.boundary not in FITTING[FactorUse.MATERIAL]:
        return ""
    is_named = factor.layer is not Layer.BUNDLED and not factor.category
    if is_named and _PROCESS.search(factor.name):
        return "mix_up.process"
    holds_material = "incl." in factor.subcategory
    return "" if holds_material else _BY_CATEGORY.get(factor.category, "")


def factors_are_of_the_same_material(examined: Examined) -> Iterator[Finding]:
    """The material on the drawing and the material of the shipped factor are of one kind; a reason settles it."""
    known: dict[str, str] = {}
    for flow, line, factor in examined.factored():
        counted = known.get(factor.id)
        if counted is None:
            is_material = factor.category == "material"
            counted = known[factor.id] = _group((factor.subcategory,)) if is_material else ""
        if not counted or not isinstance(flow, Material):
            continue
        drawn = _drawn(flow.designation)
        if drawn and drawn != counted and not flow.factor_reason:
            yield Finding(
                code="mix_up.other_material",
                severity=Severity.WARNING,
                where=place(line.kind, flow, "factor"),
                clause=_CLAUSE,
                params={
                    "name": named(flow),
                    "material": flow.designation,
                    "factor": named_factor(factor),
                },
            )


@lru_cache(maxsize=20_000)
def _drawn(designation: str) -> str:
    """The group of the material on the drawing; asked again at every edit, so the answers are kept."""
    family = family_of(designation) if designation else None
    return "" if family is None else _group_of(family)


def _group(subcategories: Iterable[str]) -> str:
    """The one large group these stand in; empty where they stand in none or in several."""
    found = {_GROUPS.get(name, "") for name in subcategories}
    return next(iter(found)) if len(found) == 1 else ""


def _group_of(family: Family) -> str:
    """The group of a material, or of the one that comes nearest."""
    nearest = families().get(family.nearest)
    own = family.subcategories or (nearest.subcategories if nearest else ())
    return _group(own)
