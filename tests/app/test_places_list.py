"""Countries to choose from, and provinces as they are typed."""

import pytest

from supplier_pcf.app.places_list import (
    countries,
    entered_place,
    entered_subdivision,
    has_subdivisions,
    place_within,
)


def test_the_countries_are_those_of_iso_3166():
    assert {"CN", "DE", "US", "TW"} <= set(countries())
    assert "GLO" not in countries()
    assert "XX" not in countries()
    assert list(countries()) == sorted(countries())


def test_provinces_count_in_large_countries_only():
    assert has_subdivisions("CN")
    assert not has_subdivisions("DE")


@pytest.mark.parametrize(
    ("text", "country", "code"),
    [
        ("CN-ZJ", "CN", "CN-ZJ"),
        (" zj ", "CN", "CN-ZJ"),
        ("mi", "US", "US-MI"),
        ("", "CN", ""),
        ("Zhejiang", "CN", "CN-ZJ"),
        ("Zhejiang province", "CN", "CN-ZJ"),
        ("浙江省", "CN", "CN-ZJ"),
        ("Xizang", "CN", "CN-XZ"),
        ("西藏", "CN", "CN-XZ"),
        ("Bavaria", "CN", None),
        ("QQ", "CN", None),
        ("CN-HK", "CN", "CN-HK"),
        ("Michigan", "US", None),
        ("Zhejiang", "US", None),
    ],
)
def test_a_typed_province_is_a_code_or_nothing(text, country, code):
    assert entered_subdivision(text, country) == code


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("China", "CN"),
        ("PR China", "CN"),
        ("中国", "CN"),
        ("CHN", "CN"),
        ("ＤＥ", "DE"),
        ("Deutschland", "DE"),
        ("  usa ", "US"),
        ("cl", "CL"),
        ("US-MI", "US-MI"),
        ("江苏省", "CN-JS"),
        ("European Union", "EU27"),
        ("RER", "RER"),
        ("", ""),
        ("Mittelerde", None),
        ("CN-QQ", None),
        ("Baosteel, Shanghai", None),
    ],
)
def test_a_place_is_known_by_its_code_or_by_its_name_in_any_language(text, place):
    assert entered_place(text) == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("浙江 宁波", "CN-ZJ"),
        ("Ningbo, Zhejiang, China", "CN-ZJ"),
        ("Baosteel, Shanghai", "CN-SH"),
        ("Made in Germany", "DE"),
        ("Germany / Austria", None),
        ("made in no place", None),
        ("DE", "DE"),
    ],
)
def test_a_longer_text_names_a_place_where_it_names_one_alone(text, place):
    assert place_within(text) == place
