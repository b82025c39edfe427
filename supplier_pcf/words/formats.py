"""Sentences of formats."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    "inventory_csv.incomplete": (
        "{counted} of {total} rows have a number; the inventory shows the others without one."
    ),
    "inventory_csv.licensed": (
        "{count} factors come from licensed data. Their values and the amounts beside them are left out of the table. "
        "Ask their owner if the customer wants to see them."
    ),
}
