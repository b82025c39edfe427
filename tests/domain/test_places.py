"""Places: containment and the geography score, with values set by hand."""

import pytest

from supplier_pcf.domain.places import (
    UN_REGIONS,
    contains,
    country_of,
    geography_score,
    kind,
    un_region,
)


@pytest.mark.parametrize(
    ("factor", "site", "score"),
    [
        ("US", "US-CA", 2),
        ("Europe", "ES", 3),
        ("RER", "ES", 3),
        ("GLO", "JP", 4),
        ("US", "MX", 5),
        ("FI", "MX", 5),
        ("RAS", "MX", 5),
        ("US-CA", "US-CA", 1),
        ("US-TX", "US-CA", 5),
        ("DE", "DE", 1),
        ("DE", "DE-BY", 1),
        ("CN", "CN-ZJ", 2),
        ("CN", "CN", 2),
        ("CN-ZJ", "CN-ZJ", 1),
        ("CN-ZJ", "CN", 5),
        ("CN-region-East", "CN-ZJ", 2),
        ("CN-region-North", "CN-ZJ", 5),
        ("US-egrid-CAMX", "US-CA", 2),
        ("ASEAN", "VN", 3),
        ("EU27", "DE", 3),
        ("EU27", "CH", 5),
        ("Western Europe", "DE", 3),
        ("RNA", "CA-ON", 3),
        ("", "DE", 5),
        ("DE", "", 5),
        ("GLO", "", 5),
        ("Atlantis", "DE", 5),
    ],
)
def test_the_geography_score_follows_the_matrix(factor, site, score):
    assert geography_score(factor, site) == score


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("DE", "country"),
        ("TW", "country"),
        ("XK", "country"),
        ("CN-ZJ", "subdivision"),
        ("Asia", "region"),
        ("RER", "region"),
        ("EU27", "region"),
        ("CN-region-East", "region"),
        ("US-egrid-SRSO", "region"),
        ("IN-region-north-eastern", "region"),
        ("GLO", "global"),
        ("", "unknown"),
        ("ZZ", "unknown"),
        ("ZZ-1", "unknown"),
        ("CN-", "unknown"),
    ],
)
def test_a_place_is_of_one_kind(place, expected):
    assert kind(place) == expected


@pytest.mark.parametrize(
    ("country", "region"),
    [
        ("CN", "Eastern Asia"),
        ("CN-ZJ", "Eastern Asia"),
        ("TW", "Eastern Asia"),
        ("DE", "Western Europe"),
        ("GB", "Northern Europe"),
        ("XK", "Southern Europe"),
        ("PL", "Eastern Europe"),
        ("TR", "Western Asia"),
        ("MX", "Latin America and the Caribbean"),
        ("US", "Northern America"),
        ("IN", "Southern Asia"),
        ("VN", "South-eastern Asia"),
        ("AU", "Australia and New Zealand"),
        ("ZA", "Sub-Saharan Africa"),
        ("MA", "Northern Africa"),
        ("KZ", "Central Asia"),
        ("ZZ", ""),
    ],
)
def test_a_country_lies_in_one_region_of_the_united_nations(country, region):
    assert un_region(country) == region


def test_there_are_22_region_names():
    assert len(UN_REGIONS) == len(set(UN_REGIONS)) == 22


@pytest.mark.parametrize(
    ("outer", "inner"),
    [
        ("GLO", "Asia"),
        ("Asia", "ASEAN"),
        ("Europe", "Western Europe"),
        ("CN", "CN-region-East"),
        ("Asia", "CN-region-East"),
        ("CN", "CN-ZJ"),
        ("DE", "DE"),
    ],
)
def test_the_larger_place_contains_the_smaller_but_not_the_other_way(outer, inner):
    assert contains(outer, inner)
    assert outer == inner or not contains(inner, outer)


def test_the_country_of_a_place_is_read_from_its_code():
    assert country_of("CN-region-East") == "CN"
    assert country_of("US-egrid-CAMX") == "US"
    assert country_of("DE") == "DE"
    assert country_of("GLO") == country_of("Europe") == ""
