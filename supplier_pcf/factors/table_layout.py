"""The layout of a table of own factors, written down in docs/factor-table.md."""

from __future__ import annotations

PARTS: tuple[str, ...] = (
    "biogenic_non_co2",
    "land_use_change",
    "land_management",
    "land_removals",
    "aircraft",
    "uptake",
)
"""What is inside `kg_co2e` apart from fossil emissions; `uptake` stands beside it."""

NEVER_ABOVE_ZERO = frozenset({"land_removals", "uptake"})

COLUMNS: tuple[str, ...] = (
    "id",
    "name",
    "unit",
    "kg_co2e",
    "boundary",
    "gwp_set",
    "place",
    "year_from",
    "year_to",
    "publisher",
    "document",
    "licence",
    "url",
    "technology",
    "category",
    "scrap_convention",
    "includes_forming",
    "includes_packaging",
    "includes_empty_running",
    "recycled_content",
    "grid_kwh",
    "grid_id",
    "gsd",
    "primary_share",
    *PARTS,
    "note",
    "made_of",
)
"""`id` begins with own:, supplier: or licensed:; empty, it is made of the name. `made_of` is told, not read."""
