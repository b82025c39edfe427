"""Places: which region contains which country, and how near a factor's place is to a site.

The regions are those of the UN standard M49, as PACT 3 names them; a few statistical regions of the
factor sets and some grid regions are added. Taiwan and Kosovo, which M49 does not list apart, are
placed with their neighbours. Place ids are ISO 3166 codes (`CN`, `CN-ZJ`) or the ids below.
"""

from __future__ import annotations

from functools import cache, lru_cache

GLOBAL = "GLO"

_SUBREGIONS = {
    "Northern Africa": "DZ EG EH LY MA SD TN",
    "Sub-Saharan Africa": (
        "AO BF BI BJ BW CD CF CG CI CM CV DJ ER ET GA GH GM GN GQ GW IO KE KM LR LS MG ML MR MU MW "
        "MZ NA NE NG RE RW SC SH SL SN SO SS ST SZ TD TF TG TZ UG YT ZA ZM ZW"
    ),
    "Latin America and the Caribbean": (
        "AG AI AR AW BB BL BO BQ BR BS BV BZ CL CO CR CU CW DM DO EC FK GD GF GP GS GT GY HN HT JM "
        "KN KY LC MF MQ MS MX NI PA PE PR PY SR SV SX TC TT UY VC VE VG VI"
    ),
    "Northern America": "BM CA GL PM US",
    "Central Asia": "KG KZ TJ TM UZ",
    "Eastern Asia": "CN HK JP KP KR MN MO TW",
    "South-eastern Asia": "BN ID KH LA MM MY PH SG TH TL VN",
    "Southern Asia": "AF BD BT IN IR LK MV NP PK",
    "Western Asia": "AE AM AZ BH CY GE IL IQ JO KW LB OM PS QA SA SY TR YE",
    "Eastern Europe": "BG BY CZ HU MD PL RO RU SK UA",
    "Northern Europe": "AX DK EE FI FO GB GG IE IM IS JE LT LV NO SE SJ",
    "Southern Europe": "AD AL BA ES GI GR HR IT ME MK MT PT RS SI SM VA XK",
    "Western Europe": "AT BE CH DE FR LI LU MC NL",
    "Australia and New Zealand": "AU CC CX HM NF NZ",
    "Melanesia": "FJ NC PG SB VU",
    "Micronesia": "FM GU KI MH MP NR PW UM",
    "Polynesia": "AS CK NU PF PN TK TO TV WF WS",
}

_CONTINENTS = {
    "Africa": ("Northern Africa", "Sub-Saharan Africa"),
    "Americas": ("Latin America and the Caribbean", "Northern America"),
    "Asia": (
        "Central Asia",
        "Eastern Asia",
        "South-eastern Asia",
        "Southern Asia",
        "Western Asia",
    ),
    "Europe": ("Eastern Europe", "Northern Europe", "Southern Europe", "Western Europe"),
    "Oceania": ("Australia and New Zealand", "Melanesia", "Micronesia", "Polynesia"),
}

UN_REGIONS: tuple[str, ...] = (*_CONTINENTS, *_SUBREGIONS)
"""The 22 names PACT and Catena-X allow as `geographyRegionOrSubregion`."""

_FACTOR_REGIONS = {
    "ASEAN": "BN ID KH LA MM MY PH SG TH VN",
    "EU27": "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK",
}

_SAME_AS = {"RER": "Europe", "RNA": "Northern America", "RAS": "Asia"}

# Grid regions inside one country. Those of the US are named for the states that lie wholly or
# almost wholly in them; where a state is shared by several, none is named.
_GRID_REGIONS = {
    "CN-region-North": "CN-BJ CN-TJ CN-HE CN-SX CN-SD CN-NM",
    "CN-region-Northeast": "CN-LN CN-JL CN-HL",
    "CN-region-East": "CN-SH CN-JS CN-ZJ CN-AH CN-FJ",
    "CN-region-Central": "CN-HA CN-HB CN-HN CN-JX",
    "CN-region-Northwest": "CN-SN CN-GS CN-QH CN-NX CN-XJ",
    "CN-region-South": "CN-GD CN-GX CN-GZ CN-YN CN-HI",
    "CN-region-Southwest": "CN-SC CN-CQ",
    "US-egrid-AKGD": "US-AK",
    "US-egrid-CAMX": "US-CA",
    "US-egrid-ERCT": "US-TX",
    "US-egrid-FRCC": "US-FL",
    "US-egrid-HIOA": "US-HI",
    "US-egrid-NEWE": "US-CT US-MA US-ME US-NH US-RI US-VT",
    "US-egrid-RFCM": "US-MI",
    "US-egrid-PRMS": "US-PR",
}

WITH_SUBDIVISIONS = frozenset({"US", "CA", "BR", "AR", "MX", "RU", "IN", "CN", "AU"})
"""Countries so big that their subdivision counts for the geography score (PACT 3)."""

_COUNTRIES = frozenset(code for codes in _SUBREGIONS.values() for code in codes.split()) | {"AQ"}


@cache
def _members(region: str) -> frozenset[str]:
    """The countries (or, of a grid region, the subdivisions) in a region."""
    name = _SAME_AS.get(region, region)
    if name in _CONTINENTS:
        return frozenset().union(*map(_members, _CONTINENTS[name]))
    codes = _SUBREGIONS.get(name) or _FACTOR_REGIONS.get(name) or _GRID_REGIONS.get(name) or ""
    return frozenset(codes.split())


@lru_cache(4096)
def country_of(place: str) -> str:
    """The country a subdivision or grid region lies in; a country is its own; else empty."""
    code = place.split("-")[0]
    return code if code in _COUNTRIES else ""


@lru_cache(4096)
def kind(place: str) -> str:
    """What a place is: `subdivision`, `country`, `region`, `global` or `unknown`."""
    if place == GLOBAL:
        return "global"
    if place in _COUNTRIES:
        return "country"
    if _members(place) or "-region-" in place or "-egrid-" in place:
        return "region"
    if country_of(place) and len(place.split("-")) == 2 and 1 <= len(place.split("-")[1]) <= 3:
        return "subdivision"
    return "unknown"


def contains(region: str, place: str) -> bool:
    """Whether the first place is the second or holds it wholly."""
    if kind(place) == "unknown" or kind(region) == "unknown":
        return False
    if region in (GLOBAL, place):
        return True
    members = _members(region)
    if members:
        return place in members or country_of(place) in members or _within(place, members)
    return kind(region) == "country" and country_of(place) == region


def _within(region: str, members: frozenset[str]) -> bool:
    """Whether a whole region lies among these countries or subdivisions."""
    parts = _members(region)
    return bool(parts) and parts <= members


def un_region(country: str) -> str:
    """The UN subregion a country, subdivision or grid region lies in; empty if not known."""
    code = country_of(country)
    return next((name for name, codes in _SUBREGIONS.items() if code in codes.split()), "")


def geography_score(factor_place: str, site_place: str) -> int:
    """How near a factor's place is to the site: 1 (best) to 5, by the matrix of PACT 3.

    1 is the subdivision of the site, or its country where subdivisions do not count; 2 the country
    (or a grid region in it); 3 a region of the world; 4 the world; 5 unknown, or not the site's.
    """
    if not contains(factor_place, site_place):
        return 5
    level = kind(factor_place)
    if level == "global":
        return 4
    if level == "region" and not country_of(factor_place):
        return 3
    if country_of(site_place) not in WITH_SUBDIVISIONS or level == "subdivision":
        return 1
    return 2
