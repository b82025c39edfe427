"""Every field can say where its answer is found."""

import re

import pytest

from supplier_pcf.app.field_help import field_help, known_fields, plain_name
from supplier_pcf.i18n import LANGUAGES


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("site-0-name", "site-name"),
        ("site-12-address", "site-address"),
        ("energy_uses-detail-loss_share", "energy-uses-loss-share"),
        ("product-mass", "product-mass"),
    ],
)
def test_the_name_of_a_field_does_not_depend_on_its_row(name, plain):
    assert plain_name(name) == plain


def test_an_example_has_the_users_decimal_mark():
    assert field_help("product-mass", "en").example == "0.742 kg"
    assert field_help("product-mass", "de").example == "0,742 kg"
    assert field_help("product-mass", "zh_CN").example == "0.742 kg"
    assert field_help("prepared-day", "de").example == "2026-03-02"


def test_a_starred_name_stands_for_all_that_begin_so_and_the_longest_wins():
    assert "machine hours" in field_help("basis-machine_hours", "en").where
    assert "Sub-meter" in field_help("part-amount-canteen", "en").where
    assert "same meter" in field_help("part-canteen", "en").where


def test_of_an_unknown_field_nothing_is_said():
    assert field_help("nobody-knows-this", "en") == ("", "")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_entry_says_something_short_in_every_language(language):
    for name in known_fields():
        told = field_help(name.replace("*", "x"), language)
        assert told.where or told.example, name
        assert len(told.where) <= 110, name
        assert not re.search(r"[.。]$", told.where), name
