"""The most exact place that all production sites share."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from supplier_pcf.domain.places import country_of, kind, un_region
from supplier_pcf.domain.site import Site


class Place(NamedTuple):
    """A place at one of three levels; the finer ones are empty where sites differ or say nothing."""

    region: str = ""
    """UN region or subregion."""
    country: str = ""
    subdivision: str = ""


def common_place(sites: tuple[Site, ...]) -> Place:
    """Where all sites lie; several countries leave their UN region, several regions leave nothing."""
    if not sites:
        return Place()
    return Place(_shared(sites, _region), _shared(sites, _country), _shared(sites, _subdivision))


def _shared(sites: tuple[Site, ...], of: Callable[[Site], str]) -> str:
    found = {of(site) for site in sites}
    return found.pop() if len(found) == 1 else ""


def _subdivision(site: Site) -> str:
    code = site.subdivision.strip().upper()
    is_inside = kind(code) == "subdivision" and site.country.upper() in ("", country_of(code))
    return code if is_inside else ""


def _country(site: Site) -> str:
    code = site.country.strip().upper() or country_of(site.subdivision.strip().upper())
    return code if kind(code) == "country" else ""


def _region(site: Site) -> str:
    return un_region(_country(site))
