"""The user's own and received factors: made from what was entered, or what is still missing."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import Any

from supplier_pcf.domain.buckets import Buckets
from supplier_pcf.domain.factor import (
    Boundary,
    EmissionFactor,
    GwpSet,
    Layer,
    PowerMix,
    Ratings,
    ScrapConvention,
)
from supplier_pcf.domain.places import kind
from supplier_pcf.domain.units import UNITS

_LAYERS = {"own": Layer.OWN, "supplier": Layer.SUPPLIER, "licensed": Layer.LICENSED}


@dataclass(frozen=True, slots=True, kw_only=True)
class FactorDraft:
    """What is known of an own factor so far; None and empty mean: not entered yet."""

    name: str = ""
    unit: str = ""
    kg_co2e: float | None = None
    """The whole figure, counted as fossil, where `buckets` are not known."""
    buckets: Buckets | None = None
    boundary: Boundary | None = None
    gwp_set: GwpSet | None = None
    """UNKNOWN is an answer, too: the source does not say it."""
    place: str = ""
    year_from: int | None = None
    year_to: int | None = None
    publisher: str = ""
    document: str = ""
    licence: str = ""
    url: str = ""
    technology: str = ""
    category: str = ""
    note: str = ""
    sigma_ln: float | None = None
    sigma_origin: str = ""
    primary_share: float = 0.0
    scrap_convention: ScrapConvention = ScrapConvention.NOT_STATED
    includes_forming: bool = False
    includes_packaging: bool = False
    includes_empty_running: bool | None = None
    recycled_content: float | None = None
    """Share of recycled input inside the figure, 0 to 1; None: not stated."""
    power_mix: PowerMix | None = None
    """Of electricity: which power the figure stands for."""
    grid_kwh: float | None = None
    grid_id: str = ""
    """Id of the factor of that grid, so that it can be exchanged."""
    uptake: float | None = None
    """kg CO2 taken up per unit, zero or negative, beside a whole figure without it."""
    biogenic_carbon: float | None = None
    rule_set: str = ""
    valid_until: str = ""
    ratings: Ratings | None = None
    verified_share: float | None = None
    certified_share: float | None = None
    exempted_percent: float | None = None
    outbound: float | None = None


_YEARS = range(1950, 2101)
"""Years data can be of; all else is a slip of the pen."""


def missing(draft: FactorDraft) -> list[str]:
    """The fields that must still be entered before the factor may be used."""
    value = draft.buckets.excluding_uptake if draft.buckets else draft.kg_co2e
    lowest = -math.inf if draft.buckets else 0.0
    known = {
        "name": bool(draft.name.strip()),
        "unit": draft.unit in UNITS,
        "kg_co2e": value is not None and math.isfinite(value) and value >= lowest,
        "boundary": draft.boundary is not None,
        "gwp_set": draft.gwp_set is not None,
        "place": kind(draft.place) != "unknown",
        "year_to": draft.year_to in _YEARS,
        "document": bool(draft.document.strip()),
        "licence": bool(draft.licence.strip()),
    }
    return [field for field, is_there in known.items() if not is_there]


def own_factor(factor_id: str, draft: FactorDraft) -> EmissionFactor | list[str]:
    """The factor, or the names of the fields it still lacks.

    Its id says whose it is: `own:…`, `supplier:…` or `licensed:…`.
    """
    owner = factor_id.partition(":")[0]
    lacks = ([] if owner in _LAYERS else ["id"]) + missing(draft)
    if lacks:
        return lacks
    same = {name: getattr(draft, name) for name in _CARRIED}
    return EmissionFactor(
        id=factor_id,
        layer=_LAYERS[owner],
        set_id=owner,
        year_from=draft.year_from or draft.year_to,
        **_values(draft),
        **same,
    )


RECEIVED = (
    "biogenic_carbon",
    "rule_set",
    "valid_until",
    "ratings",
    "verified_share",
    "certified_share",
    "exempted_percent",
    "outbound",
)
"""What the sender of a footprint tells with it; of the same name on the draft and on the factor."""

_CARRIED = (
    "name",
    "unit",
    "boundary",
    "gwp_set",
    "place",
    "year_to",
    "publisher",
    "document",
    "licence",
    "url",
    "technology",
    "category",
    "note",
    "sigma_ln",
    "sigma_origin",
    "primary_share",
    "scrap_convention",
    "includes_forming",
    "includes_packaging",
    "includes_empty_running",
    "recycled_content",
    "power_mix",
    "grid_kwh",
    "grid_id",
    *RECEIVED,
)
"""Fields that a draft and a factor have in common."""


INTERVAL = "published_interval"
"""The origin of a spread that the publisher states as a range."""
_CERTAINTY = 1.959963984540054
"""Standard deviations on either side that hold 95 %."""

_SAME_SIGMA = 1e-4
"""So near a spread must be to the known one to count as the same, for ends are shown with six digits."""


def with_interval(draft: FactorDraft, low: float | None, high: float | None) -> FactorDraft | None:
    """The draft with the range its publisher states, kg CO2e per unit; None where the figure is not inside it.

    sigma_ln = ln(high / low) / (2 x 1.96): 95 % lie between m / GSD2 and m x GSD2 (STANDARDS D.13). Without a
    range a published one is taken away; a spread of other origin stays.
    """
    if low is None and high is None:
        if draft.sigma_origin != INTERVAL:
            return draft
        return replace(draft, sigma_ln=None, sigma_origin="")
    value = draft.buckets.excluding_uptake if draft.buckets else draft.kg_co2e
    if low is None or high is None or value is None or not 0 < low <= value <= high < math.inf:
        return None
    sigma, known = math.log(high / low) / (2 * _CERTAINTY), draft.sigma_ln
    if known is not None and math.isclose(sigma, known, rel_tol=_SAME_SIGMA):
        sigma = known
    return replace(draft, sigma_ln=sigma, sigma_origin=INTERVAL)


def interval_of(draft: FactorDraft) -> tuple[float | None, float | None]:
    """The published range of a draft, kg CO2e per unit; nothing where none is stated."""
    value = draft.buckets.excluding_uptake if draft.buckets else draft.kg_co2e
    if draft.sigma_origin != INTERVAL or draft.sigma_ln is None or value is None:
        return None, None
    reach = math.exp(_CERTAINTY * draft.sigma_ln)
    return float(f"{value / reach:.6g}"), float(f"{value * reach:.6g}")


def _values(draft: FactorDraft) -> dict[str, Any]:
    """The buckets under the names of a factor's fields."""
    parts = draft.buckets or Buckets(
        fossil=draft.kg_co2e or 0.0, uptake_product=draft.uptake or 0.0
    )
    values = parts._asdict()
    uptake = values.pop("uptake_product") + values.pop("uptake_packaging")
    return values | {"uptake": uptake}
