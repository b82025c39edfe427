"""The fonts of the PDF: Noto Sans, and Noto Sans SC for what it lacks, chosen character by character."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from itertools import groupby

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from supplier_pcf.paths import resources

REGULAR = "NotoSans"
BOLD = "NotoSans-Bold"
CHINESE = "NotoSansSC"
CHINESE_BOLD = "NotoSansSC-Bold"
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
"""Stands visibly where no font has the character."""

_FILES = {
    REGULAR: "NotoSans_400Regular.ttf",
    BOLD: "NotoSans_700Bold.ttf",
    CHINESE: "NotoSansSC_400Regular.ttf",
    CHINESE_BOLD: "NotoSansSC-Bold-GB2312.ttf",
}
_VARIATION_SELECTORS = frozenset(map(chr, range(0xFE00, 0xFE10)))
_FIRST_IDEOGRAPHIC = 0x2E80


@cache
def _font(name: str) -> TTFont:
    """Reads and registers a font when it is first needed: the Chinese one takes a tenth of a second."""
    font = TTFont(name, resources() / "fonts" / _FILES[name])
    pdfmetrics.registerFont(font)
    return font


def registered(name: str) -> str:
    """The name of a font that reportlab knows from now on."""
    _font(name)
    return name


def _candidates(char: str, bold: bool) -> tuple[str, ...]:
    if ord(char) >= _FIRST_IDEOGRAPHIC:
        return (CHINESE_BOLD, CHINESE) if bold else (CHINESE,)
    return (BOLD, CHINESE_BOLD, CHINESE) if bold else (REGULAR, CHINESE)


@cache
def _glyph(char: str, bold: bool) -> tuple[str, str, float]:
    """The font, the character as shown, and its width per point of size."""
    for name in _candidates(char, bold):
        font = _font(name)
        if ord(char) in font.face.charToGlyph:
            return name, char, font.stringWidth(char, 1)
    name = BOLD if bold else REGULAR
    return name, REPLACEMENT, _font(name).stringWidth(REPLACEMENT, 1)


@cache
def clean(text: str) -> str:
    """The text without invisible characters, every white space a plain or no-break space."""
    return "".join(map(_visible, text))


def _visible(char: str) -> str:
    category = unicodedata.category(char)
    if category == "Cf" or char in _VARIATION_SELECTORS:
        return ""
    if char != "\N{NO-BREAK SPACE}" and (char.isspace() or category == "Cc"):
        return " "
    return char


def width(text: str, size: float, *, bold: bool = False) -> float:
    """The width of a line of text in points."""
    return _width_per_point(text, bold) * size


@lru_cache(maxsize=16_384)
def _width_per_point(text: str, bold: bool) -> float:
    return sum(_glyph(char, bold)[2] for char in text)


def runs(text: str, *, bold: bool = False) -> list[tuple[str, str]]:
    """The text in stretches of one font: name of the font and what it shows."""
    glyphs = (_glyph(char, bold)[:2] for char in text)
    return [(name, "".join(c for _, c in run)) for name, run in groupby(glyphs, lambda g: g[0])]
