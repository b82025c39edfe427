"""Countries to choose from, and provinces as they are typed."""

import pytest

from supplier_pcf.app.places_list import countries, entered_subdivision, has_subdivisions


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
        ("Zhejiang province", "CN", None),
    ],
)
def test_a_typed_province_is_a_code_or_nothing(text, country, code):
    assert entered_subdivision(text, country) == code
