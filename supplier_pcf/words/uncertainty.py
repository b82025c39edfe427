"""The sentences on how sure a footprint is."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    "uncertainty.range": (
        "95 % likely, without biogenic uptake: {low:.3g} to {high:.3g} kg CO₂e (± {percent} %)."
    ),
    "uncertainty.by_factor": "{percent} % of that comes from the factor “{name}”.",
    "uncertainty.by_amount": "{percent} % of that comes from the amount of “{name}”.",
    "uncertainty.none": "There is no figure yet whose spread could be said.",
}
