"""The full record of a factor as plain values: all that a verifier asks, and its CO2e gas by gas."""

from __future__ import annotations

from typing import Any

from supplier_pcf.domain.factor import EmissionFactor, GwpSet
from supplier_pcf.domain.gwp import from_gases, on
from supplier_pcf.domain.recipe import Recipe
from supplier_pcf.factors.rebasing import grid_inside

REPORTS = (GwpSet.AR6, GwpSet.AR5)
"""The reports a figure is worked out on, the newest first."""


_CONTENTS = ("includes_forming", "includes_packaging", "includes_empty_running", "recycled_content")
"""What may be inside a figure and must not be counted a second time."""


def record_of(factor: EmissionFactor) -> dict[str, Any]:
    """What a factor says about itself; empty where it does not say it."""
    return {
        "id": factor.id,
        "version": factor.version,
        "name": factor.name,
        "name_zh": factor.name_zh,
        "kg_co2e": factor.kg_co2e,
        "unit": factor.unit,
        "heating_value": _word(factor.heating_value),
        "place": factor.place,
        "year_from": factor.year_from,
        "year_to": factor.year_to,
        "technology": factor.technology,
        "row_type": factor.row_type.value,
        "boundary": factor.boundary.value,
        "includes_grid_losses": factor.includes_grid_losses,
        **{name: getattr(factor, name) for name in _CONTENTS},
        "scrap_convention": factor.scrap_convention.value,
        "direct": factor.direct,
        "upstream": factor.upstream,
        "grid_kwh": factor.grid_kwh,
        "grid_id": grid_inside(factor),
        "co2_biogenic": factor.gases.co2_biogenic if factor.gases else None,
        "gwp_set": factor.gwp_set.value,
        "on_other_reports": {report.value: _on(factor, report) for report in REPORTS},
        "gsd": None if factor.gsd is None else round(factor.gsd, 4),
        "gsd_origin": factor.sigma_origin,
        "provenance": factor.provenance.value,
        "publisher": factor.publisher,
        "document": factor.document,
        "edition": factor.edition,
        "table": factor.table,
        "licence": factor.licence,
        "url": factor.url,
        "layer": factor.layer.value,
        **_received(factor),
        "note": factor.note,
        "recipe": None if factor.recipe is None else recipe_of(factor.recipe),
    }


def _received(factor: EmissionFactor) -> dict[str, Any]:
    """What the sender of a footprint tells with it; nothing for a figure of a library."""
    if not factor.is_received:
        return {}
    rated = factor.ratings
    return {
        "primary_share": factor.primary_share,
        "dqr_technology": rated.technology if rated else None,
        "dqr_time": rated.time if rated else None,
        "dqr_geography": rated.geography if rated else None,
        "verified_share": factor.verified_share,
        "certified_share": factor.certified_share,
        "valid_until": factor.valid_until,
        "rule_set": factor.rule_set,
        "exempted_percent": factor.exempted_percent,
        "uptake": factor.uptake,
        "biogenic_carbon": factor.biogenic_carbon,
        "outbound": factor.outbound,
        "from_studies": ", ".join(factor.from_studies),
    }


def recipe_of(recipe: Recipe) -> dict[str, Any]:
    """What a factor was made of, line by line, with what each line adds."""
    parts = [
        {
            "id": part.factor_id,
            "version": part.version,
            "role": part.role.value,
            "name": part.name,
            "share": part.share,
            "amount": part.amount,
            "unit": part.unit,
            "kg_co2e_per_unit": part.buckets.excluding_uptake,
            "kg_co2e": part.kg_co2e,
        }
        for part in recipe.parts
    ]
    return {"kind": recipe.kind.value, "yield": recipe.material_yield, "parts": parts}


def _word(choice: Any) -> str:
    return "" if choice is None else str(choice.value)


def _on(factor: EmissionFactor, report: GwpSet) -> dict[str, Any] | None:
    """The figure on one report with its terms; nothing where its gases are not published."""
    moved, parts = on(factor, report), from_gases(factor, report)
    if moved is None or parts is None:
        return None
    terms = [
        {"gas": term.gas, "kg": term.mass, "gwp": term.gwp, "kg_co2e": term.kg_co2e}
        for term in parts.terms
    ]
    return {"kg_co2e": moved.kg_co2e, "gases": terms, "not_split": parts.rest}
