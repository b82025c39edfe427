"""The answers of `plant --json`, and what `calculate --json` says of meters and scopes: full precision, no words."""

from __future__ import annotations

from datetime import date
from typing import Any

from supplier_pcf.app.calculation import Calculated, library_of
from supplier_pcf.app.meters import balance_of
from supplier_pcf.app.plant_model import scopes_of, tables_of
from supplier_pcf.domain.study import Study
from supplier_pcf.engine.plant import PlantProduct, PlantTable, PlantUse
from supplier_pcf.engine.scopes import Gap, PlantScopes, scope_split
from supplier_pcf.project.file import Project

Answer = dict[str, Any]


def split_answer(done: Calculated) -> Answer:
    """The footprint by scope in kg CO2e per declared unit, and the rows whose factor is not split."""
    split = scope_split(done.study, done.result, done.examined.library)
    return {
        "scope_1": split.scope_1,
        "scope_2": split.scope_2,
        "scope_3": split.scope_3,
        "not_split": split.unsplit,
        "rows_not_split": [line.id for line in split.lines if line.unsplit],
    }


def meters_answer(study: Study) -> list[Answer]:
    """Every meter with what it reads in the period, what is taken off, and what is left for production."""
    found = []
    for meter in study.meters:
        balance = balance_of(study, meter.id)
        if balance is not None:
            found.append(
                {
                    "id": meter.id,
                    "unit": balance.unit,
                    "read": balance.read,
                    "taken_off": balance.off,
                    "for_production": balance.left,
                    "parts": [
                        {"kind": p.kind.value, "belongs": p.belongs, "amount": p.amount}
                        for p in meter.parts
                    ],
                }
            )
    return found


def plant_answer(project: Project, as_of: date) -> Answer:
    """The answer of `plant --json`: every use, every product, scope 1 and 2, full precision, no words."""
    study, library = project.study, library_of(project)
    scopes = {s.site.id: s for s in scopes_of(study, library, as_of)}
    period = study.period
    return {
        "period": {
            "start": period.start.isoformat() if period.start else None,
            "end": period.end.isoformat() if period.end else None,
        },
        "sites": [_site(t, scopes[t.site.id]) for t in tables_of(study, library, as_of)],
    }


def _site(table: PlantTable, scopes: PlantScopes) -> Answer:
    return {
        "id": table.site.id,
        "name": table.site.name,
        "kg_co2e": table.kg_co2e,
        "rest_kg_co2e": table.rest_kg,
        "uses": [_use(use) for use in table.uses],
        "products": [_product(product) for product in table.products],
        "scopes": scopes_answer(scopes),
    }


def _use(use: PlantUse) -> Answer:
    return {
        "id": use.id,
        "name": use.name,
        "kind": use.kind,
        "basis": use.basis.value,
        "amount": use.amount,
        "unit": use.unit,
        "kwh": use.kwh,
        "kg_co2e": use.kg_co2e,
        "reason": use.reason.value if use.reason else None,
        "shares": list(use.shares),
        "rest": use.rest,
    }


def _product(product: PlantProduct) -> Answer:
    output = product.output
    return {
        "id": output.id,
        "name": output.name,
        "part_number": output.part_number,
        "is_this_product": output.is_this_product,
        "units": output.units,
        "share": product.share,
        "kwh_per_unit": product.kwh,
        "kg_co2e_per_unit": product.kg_co2e,
    }


def scopes_answer(scopes: PlantScopes) -> Answer:
    """Scope 1 and 2 of a plant as plain data, kg CO2e of the period."""
    return {
        "scope_1": scopes.scope_1,
        "scope_2_location": scopes.location,
        "scope_2_market": scopes.market,
        "grid_factor_id": scopes.grid_factor.id if scopes.grid_factor else None,
        "missing": {
            "scope_1": [_gap(gap) for gap in scopes.scope_1_gaps],
            "scope_2_location": [_gap(gap) for gap in scopes.location_gaps],
            "scope_2_market": [_gap(gap) for gap in scopes.market_gaps],
        },
    }


def _gap(gap: Gap) -> Answer:
    return {"id": gap.id, "code": gap.code, "kg_co2e": gap.kg_co2e}
