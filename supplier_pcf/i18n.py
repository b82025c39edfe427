"""Languages through gettext: English is in the code, the others are catalogues."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from supplier_pcf.paths import resources

LANGUAGES: tuple[str, ...] = ("en", "zh_CN", "de")


class Spoken(str):
    """A language with the decimal mark its user wants in all of them; equal to the language itself."""

    decimal: str
    """Comma or point; empty: as the language has it."""

    def __new__(cls, language: str, decimal: str = "") -> Spoken:
        """The language as text, with the mark beside it."""
        made = super().__new__(cls, language)
        made.decimal = decimal
        return made


_EXAMPLE = re.compile(r"\d+\.\d+")
"""A text that is nothing but a number shows how numbers are written."""


def translator(language: str) -> Callable[[str], str]:
    """A function from an English text to the same text in this language.

    A text that has no translation stays English; one that is the example of a number has the decimal
    mark that a `Spoken` language brings.
    """
    return _translator(str(language), getattr(language, "decimal", ""))


@cache
def _translator(language: str, decimal: str) -> Callable[[str], str]:
    translate = _plain_translator(language)
    if not decimal:
        return translate

    def with_mark(text: str) -> str:
        return text.replace(".", decimal) if _EXAMPLE.fullmatch(text) else translate(text)

    return with_mark


@cache
def _plain_translator(language: str) -> Callable[[str], str]:
    if language == "en":
        return _as_written
    import gettext

    catalogue = gettext.translation(
        "supplier_pcf", resources() / "locale", languages=[language], fallback=True
    )
    return catalogue.gettext


def _as_written(text: str) -> str:
    return text
