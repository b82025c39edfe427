"""Languages through gettext: English is in the code, the others are catalogues."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from supplier_pcf.paths import resources

LANGUAGES: tuple[str, ...] = ("en", "zh_CN", "de")


_EXAMPLE = re.compile(r"\d+\.\d+")
"""A text that is nothing but a number shows how numbers are written."""


def translator(language: str) -> Callable[[str], str]:
    """A function from an English text to the same text in this language.

    A text that has no translation stays English. Where the user has a decimal mark of his own
    (`domain.numbers.Spoken`), texts that are examples of numbers have it.
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
