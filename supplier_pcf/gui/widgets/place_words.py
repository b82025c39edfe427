"""The names of places in the window: ours, and Qt's for the countries we have no name for."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QLocale

from supplier_pcf.domain.places import country_of
from supplier_pcf.words.places import PLACES, place_name

__all__ = ["PLACES", "place_title"]


def place_title(place: str, translate: Callable[[str], str]) -> str:
    """The name of a place; of one without a name of ours, Qt's name of the country or the id."""
    if place not in PLACES and len(place) == 2 and country_of(place):
        return QLocale.territoryToString(QLocale.codeToTerritory(place))
    return place_name(place, translate)
