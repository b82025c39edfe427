"""The words tables use for units."""

import pytest

from supplier_pcf.domain.units import UNITS
from supplier_pcf.importers.unit_words import (
    UNIT_WORDS,
    is_per_piece,
    unit_beside,
    unit_in_heading,
    unit_of,
)


@pytest.mark.parametrize(
    ("words", "unit"),
    [
        ("kg KG Kg 公斤 千克", "kg"),
        ("g G 克", "g"),
        ("t 吨 Tonne TO", "t"),
        ("pcs PC EA Stk St. Stück 件 个 只 PCE ST", "piece"),
        ("m M", "m"),
        ("mm", "mm"),
        ("m2 m² ㎡ qm", "m2"),
        ("度 kWh KWH 千瓦时", "kWh"),
        ("MWh 兆瓦时", "MWh"),
        ("万千瓦时 万度 万kWh", "10MWh"),
        ("m³ m3 立方米 方", "m3"),
        ("Nm3 Nm³ 标方", "Nm3"),
        ("L l 升 Ltr", "l"),
        ("kWh(Hs) kWh_Ho", "kWh gross"),
        ("kWh(Hi)", "kWh net"),
        ("GJ 吉焦", "GJ"),
        ("tce 吨标准煤", "tce"),
        ("千件 1000St. Tsd.St.", "1000 piece"),
    ],
)
def test_a_word_means_its_unit(words, unit):
    assert {word: unit_of(word) for word in words.split()} == dict.fromkeys(words.split(), unit)


def test_gross_and_net_heating_values_are_told_apart():
    assert unit_of("kWh Hs") == "kWh gross"
    assert unit_of("MWh brennwert") == "MWh gross"
    assert unit_of("GJ (LHV)") == "GJ net"


@pytest.mark.parametrize("word", ["", "箱", "Rolle", "Mg", "斤", "kgg", "x" * 100])
def test_an_unknown_word_is_not_guessed(word):
    assert unit_of(word) is None


def test_every_word_leads_to_a_unit_we_know():
    assert set(UNIT_WORDS.values()) <= UNITS.keys()


@pytest.mark.parametrize(
    ("heading", "unit"),
    [
        ("Net wt. (g)", "g"),
        ("净重[g]", "g"),
        ("净重（kg）", "kg"),
        ("净重(g/件)", "g"),
        ("Gewicht in kg", "kg"),
        ("Nettogewicht/g", "g"),
        ("Strom (kWh)", "kWh"),
        ("Gas kWh Hs", "kWh gross"),
        ("电 (度)", "kWh"),
        ("Net weight", None),
        ("Part (see drawing)", None),
    ],
)
def test_a_heading_carries_its_unit(heading, unit):
    assert unit_in_heading(heading) == unit


def test_a_heading_says_when_it_is_for_one_piece():
    assert is_per_piece("净重(g/件)")
    assert is_per_piece("Net mass [g per pc]")
    assert not is_per_piece("Net mass [g]")


def test_the_first_unit_of_a_ratio_is_the_numbers_unit():
    assert unit_beside("g/pcs") == "g"
