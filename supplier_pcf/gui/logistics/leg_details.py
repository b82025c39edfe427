"""The details of a leg: how far its distance can be trusted, the fuel of its trip, an amount of its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from supplier_pcf.app.legs import fuel_fact, with_fuel
from supplier_pcf.domain.transport import DistanceKind
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.plant.plant_words import distance_kinds
from supplier_pcf.gui.tables.cells import Column, Kind, putting

_FIELDS = {
    "fuel_total": "total",
    "litres_loaded": "litres_per_km_loaded",
    "litres_empty": "litres_per_km_empty",
    "empty_share": "empty_share",
    "load": "load",
}
"""Where each field of the form stands in the fuel of the leg."""


def leg_columns(context: Context) -> list[Column]:
    """The fields of a leg that the table has no room for."""
    return [*_distance_columns(context), *_fuel_columns(context), _own_amount(context)]


def _distance_columns(context: Context) -> list[Column]:
    _ = context.translate
    return [
        Column(
            key="distance_kind",
            title=_("Distance is"),
            kind=Kind.CHOICE,
            get=lambda leg: leg.distance_kind.value if leg.distance_kind else "",
            put=lambda leg, kind: replace(leg, distance_kind=DistanceKind(kind) if kind else None),
            options=distance_kinds,
            help=_("Best first: the route driven, the shortest that is feasible, a straight line."),
        ),
        Column(
            key="distance_adjustment",
            title=_("Distance times"),
            kind=Kind.NUMBER,
            get=lambda leg: leg.distance_adjustment,
            put=lambda leg, times: replace(
                leg, distance_adjustment=1.0 if times is None else times
            ),
            help=_(
                "How much longer the way driven is than the distance: 385 km driven for 350 km "
                "shortest are 1.10. Leave 1 for the route driven, and where the factor was made "
                "for the shortest distance."
            ),
        ),
    ]


def _fuel_columns(context: Context) -> list[Column]:
    _ = context.translate
    return [
        replace(
            _fuel("fuel_total", _("Fuel of the trip"), Kind.QUANTITY),
            unit="l",
            help=_(
                "As filled up or billed, with the way back: 140 l, 12 kg, 90 kWh. "
                "It wins over litres per kilometre."
            ),
        ),
        replace(
            _fuel("litres_loaded", _("Litres per km, loaded"), Kind.NUMBER),
            help=_("On-board computer or fuel card; 0.30 for a full lorry of 40 t."),
        ),
        replace(
            _fuel("litres_empty", _("Litres per km, empty"), Kind.NUMBER),
            help=_("The same without load, such as 0.24."),
        ),
        replace(
            _fuel("empty_share", _("Driven empty"), Kind.SHARE),
            help=_(
                "Kilometres driven empty for each loaded one. Leave it empty where the factor "
                "contains them."
            ),
        ),
        replace(
            _fuel("load", _("Whole load"), Kind.QUANTITY),
            unit="t",
            help=_("All that the vehicle carried; its fuel is shared by mass."),
        ),
    ]


def _fuel(key: str, title: str, kind: Kind) -> Column:
    field = _FIELDS[key]
    return Column(key=key, title=title, kind=kind, get=_getting(field), put=_putting(field))


def _getting(field: str) -> Callable[[Any], Any]:
    return lambda leg: fuel_fact(leg, field)


def _putting(field: str) -> Callable[[Any, Any], Any]:
    return lambda leg, value: with_fuel(leg, field, value)


def _own_amount(context: Context) -> Column:
    _ = context.translate
    return Column(
        key="own_amount",
        title=_("Amount of its own"),
        kind=Kind.QUANTITY,
        unit="t",
        get=lambda leg: leg.amount,
        put=putting("amount"),
        help=_(
            "For what counts by the tonne, such as a warehouse, transshipment or cooling: "
            "tonnes for one piece. It wins over everything above."
        ),
    )
