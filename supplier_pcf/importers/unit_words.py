"""The words tables use for units, and the unit each of them means."""

from __future__ import annotations

import re
from functools import lru_cache

from supplier_pcf.domain.units import UNITS
from supplier_pcf.importers.numbers import narrow

_WORDS: dict[str, str] = {
    "kg": "kg kgs kgm kilo kilogram kilograms kilogramm 公斤 千克",
    "g": "g gr grm gram grams gramm 克",
    "mg": "mg mgm milligram milligramm 毫克",
    "t": "t to ton tons tonne tonnes tonnen mt tne 吨 公吨",
    "lb": "lb lbs pound pounds lbr",
    "oz": "oz ounce ounces onz",
    "piece": "pc pcs pce pces piece pieces ea each unit units h87 c62 st stk stck stück stueck nr set sets satz "
    "件 个 只 支 根 条 片 块 枚 颗 粒 套 台 张 副 pcs件 个pcs",
    "1000 piece": "kpc kpcs ts tsd tsdst tsdstk tsdstück 1000pcs 1000pc 1000st 1000stk 1000stück 1000件 1000个 "
    "千件 千个 千只 mpc",
    "m": "m mtr meter metre meters metres lfm lfdm 米",
    "cm": "cm cmt zentimeter 厘米",
    "mm": "mm mmt millimeter millimetre 毫米",
    "km": "km kmt kilometer 公里 千米",
    "m2": "m2 qm sqm mtk 平方米 平米",
    "cm2": "cm2 qcm 平方厘米",
    "mm2": "mm2 qmm 平方毫米",
    "m3": "m3 cbm mtq kubikmeter 立方米 立方 方",
    "Nm3": "nm3 nm3h m3n m3vn normm3 normkubikmeter m3norm m3n 标方 标准立方米 标立方米 标立方",
    "l": "l ltr lt liter litre liters litres 升 公升",
    "ml": "ml mlt milliliter 毫升",
    "kWh": "kwh kwhel kwhe 度 千瓦时 千瓦小时 千瓦.时",
    "MWh": "mwh mwhel 兆瓦时",
    "10MWh": "万千瓦时 万度 万kwh 10mwh 10^4kwh 104kwh 万千瓦小时",
    "GWh": "gwh 吉瓦时",
    "MJ": "mj 兆焦 兆焦耳",
    "GJ": "gj 吉焦 百万千焦 吉焦耳",
    "tce": "tce 吨标准煤 吨标煤 tske",
    "h": "h hr hrs hour hours std stunde stunden 小时 工时",
    "min": "min 分钟 minute minutes",
    "s": "s sec sek 秒",
    "t.km": "tkm 吨公里",
}
_GROSS = "hs ho brennwert gross hhv gcv oberer 高位 高位热值"
_NET = "hi hu heizwert net lhv ncv 低位 低位热值"


def _table() -> dict[str, str]:
    table = {word: unit for unit, words in _WORDS.items() for word in words.split()}
    for base in ("kWh", "MWh", "GJ", "MJ"):
        for kind, endings in (("gross", _GROSS), ("net", _NET)):
            table |= {f"{base.casefold()}{ending}": f"{base} {kind}" for ending in endings.split()}
            table |= {f"{ending}{base.casefold()}": f"{base} {kind}" for ending in endings.split()}
    return table


UNIT_WORDS = _table()
_SQUARE = {
    0xB2: "2",
    0xB3: "3",
    0x33A1: "m2",
    0x33A5: "m3",
    0x338F: "kg",
    0x339D: "cm",
    0x339C: "mm",
    0x334C: "MJ",
}
_PUNCTUATION = re.compile(r"[\s._()\[\]{}·*:,;'\"-]+")
_PER = re.compile(r"[/每]|\bper\b|\bje\b|\bpro\b")


def _plain(text: str) -> str:
    return _PUNCTUATION.sub("", narrow(text.translate(_SQUARE)).casefold())


@lru_cache(maxsize=4096)
def unit_of(word: str) -> str | None:
    """The unit a word means, or nothing where it is not known; `Mg` is left open on purpose."""
    text = word.strip()
    if not text or len(text) > 24 or text == "Mg":
        return None
    return text if text in UNITS else UNIT_WORDS.get(_plain(text))


def unit_beside(word: str) -> str | None:
    """The unit written beside a number: `kg`, or the first part of `g/pcs`."""
    return unit_of(word) or unit_of(_PER.split(word)[0])


@lru_cache(maxsize=1024)
def unit_in_heading(heading: str) -> str | None:
    """The unit a column heading carries: in brackets, after a stroke, or as its last word."""
    text = narrow(heading.translate(_SQUARE))
    bracketed = re.findall(r"[(\[【]([^()\[\]【】]{1,24})[)\]】]", text)
    for inner in bracketed:
        found = unit_beside(inner)
        if found:
            return found
    bare = re.sub(r"[(\[【][^)\]】]*[)\]】]?", " ", text).strip()
    tail = re.split(r"[\s/,:]+|\bin\b", bare)
    if len(tail) < 2:
        return None
    return (
        unit_of(" ".join(tail[-2:]))
        if len(tail) > 2 and unit_of(" ".join(tail[-2:]))
        else unit_of(tail[-1])
    )


def is_per_piece(heading: str) -> bool:
    """Whether a heading says that its number is for one piece."""
    inner = re.findall(r"[(\[【]([^()\[\]【】]{1,24})[)\]】]", narrow(heading))
    parts = [_PER.split(text) for text in inner]
    return any(len(part) == 2 and unit_of(part[1]) == "piece" for part in parts)
