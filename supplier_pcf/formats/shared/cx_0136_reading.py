"""A row of the calculation CSV in our own words."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from supplier_pcf.domain.buckets import Buckets
from supplier_pcf.domain.finding import Refusal
from supplier_pcf.formats.shared.cx_0136 import our_standard
from supplier_pcf.formats.shared.received import Received
from supplier_pcf.formats.validation import cx_0136_model as model
from supplier_pcf.formats.validation.cx_0136_model import Cells

_UNITS = {
    "liter": "l",
    "kilogram": "kg",
    "cubic meter": "m3",
    "kilowatt hour": "kWh",
    "megajoule": "MJ",
    "ton kilometer": "t.km",
    "square meter": "m2",
    "piece": "piece",
}
_NO_PLACE = ("Global", "Several")


def read_row(document: object) -> Received:
    """What the only row says; its figures for one unit become those of all that is declared.

    Raises:
        Refusal: it is not one row, or its figures cannot be read.
    """
    rows = model.rows_of(document)
    if len(rows) != 1:
        raise Refusal("cx_0136_csv.rows", count=len(rows))
    cells = Cells(rows[0])
    amount, unit = cells.number("unitaryProductAmount"), _UNITS.get(cells.text("declaredUnit"), "")
    one = cells.number("pcfExcludingBiogenic")
    if not amount or amount < 0 or one is None or not unit:
        raise Refusal("cx_0136_csv.unreadable")
    return Received(
        format_id="cx-0136-csv",
        spec_version=cells.text("specVersion"),
        amount=float(amount),
        unit=unit,
        excluding=float(one * amount),
        **_identity(cells),
        **_figures(cells, amount),
        **_facts(cells),
    )


def _identity(cells: Cells) -> dict[str, Any]:
    return {
        "id": cells.text("id"),
        "version": cells.text("version"),
        "created": cells.text("created"),
        "is_active": cells.text("status") != "Deprecated",
        "preceding": _texts(cells, "precedingPfIds.1"),
        "company": cells.text("companyName"),
        "company_ids": _texts(cells, "companyIds.1"),
        "product": cells.text("productNameCompany"),
        "description": cells.text("productDescription"),
        "product_ids": _texts(cells, "productIds.1"),
        "classifications": _cpc(cells),
        "comment": cells.text("comment"),
    }


def _figures(cells: Cells, amount: Decimal) -> dict[str, Any]:
    def all_of(name: str) -> float | None:
        found = cells.number(name)
        return None if found is None else float(found * amount)

    land = all_of("luGhgEmissions") or 0.0
    return {
        "buckets": Buckets(
            fossil=_fossil(cells, amount),
            biogenic_non_co2=all_of("biogenicCarbonEmissionsOtherThanCO2") or 0.0,
            land_use_change=all_of("dlucGhgEmissions") or 0.0,
            land_management=max(land, 0.0),
            land_removals=min(land, 0.0),
            aircraft=all_of("aircraftGhgEmissions") or 0.0,
            uptake_product=all_of("biogenicCarbonWithdrawal") or 0.0,
        ),
        "including": all_of("pcfIncludingBiogenic"),
        "mass_kg": all_of("productMassPerDeclaredUnit"),
        "packaging": all_of("packagingGhgEmissions"),
        "outbound": all_of("distributionStagePcfExcludingBiogenic"),
        "fossil_carbon": all_of("fossilCarbonContent"),
        "biogenic_carbon": all_of("biogenicCarbonContent"),
    }


def _fossil(cells: Cells, amount: Decimal) -> float:
    """The fossil emissions; where a file of before 2025 does not give them, what its other kinds leave of the total."""
    stated = cells.number("fossilGhgEmissions")
    if stated is None:
        others = cells.numbers(model.SUMMANDS[1:])
        stated = (cells.number("pcfExcludingBiogenic") or Decimal(0)) - sum(others, Decimal(0))
    return float(stated * amount)


def _facts(cells: Cells) -> dict[str, Any]:
    start = cells.time("referencePeriodStart")
    valid_from = cells.time("validityPeriodStart") or cells.time("created")
    primary = cells.number("primaryDataShare")
    exempted = cells.number("exemptedEmissionsPercent")
    return {
        "packaging_included": cells.flag("packagingEmissionsIncluded"),
        "period_start": start.date() if start else None,
        "period_end": _last_day(cells.time("referencePeriodEnd")),
        "valid_from": valid_from.date() if valid_from else None,
        "valid_until": _last_day(cells.time("validityPeriodEnd")),
        "place": _place(cells),
        "gwp_sets": tuple(filter(None, [cells.text("characterizationFactors")])),
        "standards": tuple(map(our_standard, _texts(cells, model.STANDARD))),
        "rules": _texts(cells, model.RULE),
        "boundary": cells.text("boundaryProcessesDescription"),
        "allocation": cells.text("allocationRulesDescription"),
        "exempted_percent": None if exempted is None else float(exempted),
        "primary_percent": None if primary is None else float(primary),
        "sources": _texts(cells, model.SOURCE),
    }


def _last_day(end: datetime | None) -> date | None:
    """The last whole day before an end that is not in it; an end at 23:59 is on its own day."""
    return (end - timedelta(microseconds=1)).date() if end else None


def _place(cells: Cells) -> str:
    region = cells.text("geographyRegionOrSubregion")
    exact = cells.text("geographyCountrySubdivision") or cells.text("geographyCountry")
    return exact or ("" if region in _NO_PLACE else region)


def _cpc(cells: Cells) -> tuple[str, ...]:
    code = cells.text("productCategoryCpc")
    return (f"cpc:{code}",) if code else ()


def _texts(cells: Cells, name: str) -> tuple[str, ...]:
    return tuple(text for _, text in cells.items(name))
