"""What each table is called, for who hears it instead of seeing the heading above it."""

from __future__ import annotations

from collections.abc import Callable


def table_name(kind: str, _: Callable[[str], str]) -> str:
    """The name of the table of such rows."""
    return {
        "materials": _("Bill of materials"),
        "process_steps": _("Steps of production"),
        "energy_uses": _("Energy of the plant"),
        "readings": _("Readings of the meter"),
        "machine-power": _("Power of the machines"),
        "direct_emissions": _("Gases that escape"),
        "outside_processes": _("Outside steps"),
        "packaging": _("Packaging"),
        "wastes": _("Scrap and waste"),
        "transports": _("Legs of transport"),
        "co_products": _("Co-products"),
        "outputs": _("Products of the plant"),
        "requests": _("Requests of customers"),
        "releases": _("Releases"),
        "sent": _("Files sent"),
    }.get(kind, "")
