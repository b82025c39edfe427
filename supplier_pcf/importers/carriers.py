"""The words of energy tables for what is used: carriers, what is not energy, and parts of a total."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from supplier_pcf.domain.energy import Carrier
from supplier_pcf.importers.numbers import narrow

_WORDS: tuple[tuple[Carrier, str], ...] = (
    (Carrier.OTHER, "煤气 towngas kokereigas"),
    (Carrier.LPG, "液化石油气 液化气 石油气 lpg propan propane flüssiggas butan butane"),
    (Carrier.HYDROGEN, "氢气 hydrogen wasserstoff"),
    (Carrier.DIESEL, "柴油 diesel gasoil gasöl"),
    (Carrier.PETROL, "汽油 petrol gasoline benzin ottokraftstoff"),
    (Carrier.HEATING_OIL, "燃料油 重油 heatingoil fueloil heizöl"),
    (Carrier.BIOMASS, "生物质 木屑 沼气 biogas biomass wood pellets holz biomasse hackschnitzel"),
    (Carrier.NATURAL_GAS, "天然气 燃气 管道气 erdgas naturalgas gas gasverbrauch gasbezug"),
    (Carrier.COAL, "原煤 煤炭 煤 焦炭 coal kohle steinkohle braunkohle"),
    (Carrier.STEAM, "蒸汽 steam dampf"),
    (Carrier.COLD, "冷冻水 冷量 chilledwater cooling kälte fernkälte"),
    (Carrier.COMPRESSED_AIR, "压缩空气 compressedair druckluft"),
    (Carrier.HEAT, "热力 热量 热水 集中供热 districtheat heat heating fernwärme wärme nahwärme"),
    (Carrier.ELECTRICITY, "电力 电能 用电 电量 光伏 太阳能 电 strom elektrizität elektroenergie "
                          "electricity electric power photovoltaik photovoltaic photovoltaics pv solar"),
)  # fmt: skip
_MONEY = re.compile(
    r"[€$¥￥£]|(?<![一-鿿])元|万元|人民币|金额|费|单价|价格|电价|preis|kosten"
    r"|\b(?:eur|euro|usd|cny|rmb|costs?|price|betrag|charge|fee)\b"
)
_WATER = re.compile(r"水(?!泥)|wasser|\b(?:water|wastewater|sewage)\b")
_PART = re.compile(
    r"尖|峰|平段|平时|平电|谷|其中|(?<![^\W\d_])(?:off-?)?peak\b|\bvalley\b|\b[hn]t\b"
    r"|hochtarif|niedertarif|\bdavon\b|\bof which\b"
)
_ALL = re.compile(r"总|合计|\btotal\b|gesamt|summe")
_NOT_USE = re.compile(
    r"功率因数|需量|无功|容量|倍率|表底|起码|止码|示数|power factor|\bdemand\b|reactive|blindarbeit"
    r"|leistung|zählerstand|meter reading"
)
_OUTPUT = re.compile(r"产量|产值|\boutput\b|production|produktion|temperatur|headcount|人数|工时")
_OWN_POWER = re.compile(r"光伏|太阳能|photovoltai|\bpv\b|solar")
_SPLIT = re.compile(r"[\u3400-\u9fff]+|[^\W\d_\u3400-\u9fff]+")

COLUMN_CODES = {
    "import.not_a_consumption": "import.column_not_a_consumption",
    "import.money_ignored": "import.column_of_money",
    "import.water_ignored": "import.column_of_water",
}
"""The code for a whole column by the code for a row."""


@lru_cache(maxsize=1024)
def carrier_of(text: str) -> Carrier | None:
    """The carrier a text names, or nothing."""
    words = [word.casefold() for word in _SPLIT.findall(narrow(text))]
    joined = {"".join(pair) for pair in pairwise(words)}
    for carrier, names in _WORDS:
        for name in names.split():
            if name.isascii() or not _is_chinese(name):
                if name in joined or any(_latin_match(word, name) for word in words):
                    return carrier
            elif any(name in word for word in words):
                return carrier
    return None


def _is_chinese(word: str) -> bool:
    return "\u3400" <= word[0] <= "\u9fff"


def _latin_match(word: str, name: str) -> bool:
    """German compounds such as Stromverbrauch begin with the carrier."""
    return word == name or (len(name) >= 5 and word.startswith(name))


@lru_cache(maxsize=1024)
def not_energy(text: str) -> str:
    """The code of the reason why a heading or row is no amount of energy; empty where it may be."""
    plain = narrow(text).casefold()
    if _NOT_USE.search(plain) or (_OUTPUT.search(plain) and not carrier_of(text)):
        return "import.not_a_consumption"
    if _MONEY.search(plain):
        return "import.money_ignored"
    return "import.water_ignored" if _WATER.search(plain) and not carrier_of(text) else ""


def is_part_of_total(text: str) -> bool:
    """Whether a heading names a tariff period or another part of a total."""
    return bool(_PART.search(narrow(text).casefold()))


def is_a_total(text: str) -> bool:
    """Whether a heading names the total of several columns."""
    return bool(_ALL.search(narrow(text).casefold()))


def is_own_power(text: str) -> bool:
    """Whether a heading names electricity made on site from the sun."""
    return bool(_OWN_POWER.search(narrow(text).casefold()))
