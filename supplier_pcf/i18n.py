"""Languages through gettext: English is in the code, the others are catalogues."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from supplier_pcf.paths import resources

LANGUAGES: tuple[str, ...] = ("en", "zh_CN", "de")


@cache
def translator(language: str) -> Callable[[str], str]:
    """A function from an English text to the same text in this language.

    A text that has no translation stays English.
    """
    if language == "en":
        return _as_written
    import gettext

    catalogue = gettext.translation(
        "supplier_pcf", resources() / "locale", languages=[language], fallback=True
    )
    return catalogue.gettext


def _as_written(text: str) -> str:
    return text
