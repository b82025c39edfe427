"""The names of the kinds of material whose carbon content is known."""

from __future__ import annotations

from supplier_pcf.domain.carbon import CARBON_KINDS
from supplier_pcf.gui.base.context import Context
from supplier_pcf.words import same as _

_METALS = {
    "steel": _("Steel"),
    "pig_iron": _("Pig iron"),
    "aluminium": _("Aluminium"),
    "copper": _("Copper"),
    "brass": _("Brass"),
    "zinc": _("Zinc"),
    "magnesium": _("Magnesium"),
    "nickel": _("Nickel"),
    "tin": _("Tin"),
    "lead": _("Lead"),
    "titanium": _("Titanium"),
    "silver": _("Silver"),
    "gold": _("Gold"),
}

_OTHERS = {
    "glass": _("Glass"),
    "silica": _("Silica, sand"),
    "calcium_carbonate": _("Chalk, limestone"),
    "pe": _("Polyethylene (PE)"),
    "pp": _("Polypropylene (PP)"),
    "ps": _("Polystyrene (PS)"),
    "pvc": _("PVC, without plasticiser"),
    "pet": _("PET"),
    "pbt": _("PBT"),
    "pa6": _("Polyamide 6 (PA6)"),
    "pa66": _("Polyamide 66 (PA66)"),
    "pa12": _("Polyamide 12 (PA12)"),
    "pc": _("Polycarbonate (PC)"),
    "pom": _("Acetal (POM)"),
    "pmma": _("Acrylic glass (PMMA)"),
    "pps": _("PPS"),
    "peek": _("PEEK"),
    "ptfe": _("PTFE"),
    "pvdf": _("PVDF"),
    "silicone": _("Silicone, unfilled"),
    "cellulose": _("Paper, board (cellulose)"),
    "wood_dry": _("Wood, dry"),
}

CARBON_WORDS: dict[str, str] = {**_METALS, **_OTHERS}
"""English names by key of `CARBON_KINDS`."""


def carbon_options(context: Context) -> list[tuple[str, str]]:
    """Every kind with its name; first, nothing chosen."""
    named = [(kind, context.translate(CARBON_WORDS[kind])) for kind in CARBON_KINDS]
    return [("", "–"), *named]
