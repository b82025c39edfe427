"""Languages through gettext: English is in the code, the others are catalogues."""

from __future__ import annotations

import gettext
from collections.abc import Callable

from supplier_pcf.paths import resources

LANGUAGES: tuple[str, ...] = ("en", "zh_CN", "de")


def translator(language: str) -> Callable[[str], str]:
    """A function from an English text to the same text in this language.

    A text that has no translation stays English.
    """
    if language == "en":
        return gettext.NullTranslations().gettext
    catalogue = gettext.translation(
        "supplier_pcf", resources() / "locale", languages=[language], fallback=True
    )
    return catalogue.gettext
