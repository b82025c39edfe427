"""The words of the import assistant: fields of a table, forms of energy, the fate of a row."""

from __future__ import annotations

from collections.abc import Callable

from supplier_pcf.app.table_reading import RowStatus
from supplier_pcf.domain.energy import Carrier

Translate = Callable[[str], str]


def field_title(name: str, _: Translate) -> str:
    """What a column of a table is read as."""
    plain = name.partition(" ")[0]
    titles = _of_identity(_) | _of_amounts(_) | _of_energy(_) | _of_carriers(_)
    return titles.get(plain, plain)


def changed_title(name: str, _: Translate) -> str:
    """A field of a material that an import changes."""
    return {
        "name": _("Name"),
        "amount": _("Net mass of one"),
        "gross_amount": _("Gross mass"),
        "quantity_per": _("Quantity"),
        "part_number": _("Part number"),
        "designation": _("Material designation"),
        "supplier": _("Supplier"),
        "mass_per_unit": _("Unit of the mass"),
        "is_auxiliary": _("Auxiliary"),
        "recycled_pre_consumer": _("Recycled, pre-consumer"),
        "recycled_post_consumer": _("Recycled, post-consumer"),
        "origin_place": _("Country or place of origin"),
    }.get(name, name)


def _of_identity(_: Translate) -> dict[str, str]:
    return {
        "level": _("Level"),
        "position": _("Position"),
        "part_number": _("Part number"),
        "name": _("Name"),
        "material": _("Material designation"),
        "supplier": _("Supplier"),
        "origin": _("Country or place of origin"),
        "category": _("Kind of item"),
        "remark": _("Remark"),
    }


def _of_amounts(_: Translate) -> dict[str, str]:
    return {
        "quantity": _("Quantity"),
        "unit": _("Unit"),
        "net_mass": _("Net mass"),
        "unit_mass": _("Net mass of one"),
        "total_mass": _("Net mass of the line"),
        "gross_mass": _("Gross mass"),
        "mass_unit": _("Unit of the mass"),
        "yield_share": _("Material yield"),
        "recycled": _("Recycled share"),
        "recycled_pre": _("Recycled, pre-consumer"),
        "recycled_post": _("Recycled, post-consumer"),
        "scrap": _("Scrap rate"),
    }


def _of_energy(_: Translate) -> dict[str, str]:
    return {
        "month": _("Month"),
        "from": _("First day"),
        "to": _("Last day"),
        "carrier": _("Form of energy"),
        "amount": _("Amount"),
        "meter": _("Meter"),
    }


def _of_carriers(_: Translate) -> dict[str, str]:
    return {
        Carrier.ELECTRICITY: _("Electricity"),
        Carrier.NATURAL_GAS: _("Natural gas"),
        Carrier.LPG: _("LPG"),
        Carrier.DIESEL: _("Diesel"),
        Carrier.PETROL: _("Petrol"),
        Carrier.HEATING_OIL: _("Heating oil"),
        Carrier.COAL: _("Coal"),
        Carrier.BIOMASS: _("Biomass"),
        Carrier.STEAM: _("Steam"),
        Carrier.HEAT: _("Heat"),
        Carrier.COLD: _("Cold"),
        Carrier.COMPRESSED_AIR: _("Compressed air"),
        Carrier.HYDROGEN: _("Hydrogen"),
        Carrier.OTHER: _("Other energy"),
    }


def status_title(status: RowStatus, _: Translate) -> str:
    """What became of a row."""
    return {
        RowStatus.MATCHED: _("✓ matched"),
        RowStatus.CHOOSE: _("! to choose"),
        RowStatus.IGNORED: _("– left aside"),
    }[status]
