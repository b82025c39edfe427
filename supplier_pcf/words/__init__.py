"""The sentence of every code, in English, for whoever shows it; translation is the caller's."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from supplier_pcf.words.catalogue import SENTENCES

Translate = Callable[[str], str]


def same(text: str) -> str:
    """No translation: the English sentence itself."""
    return text


def sentence(
    code: str, params: Mapping[str, str | int | float], translate: Translate = same
) -> str:
    """The sentence for a code with its values filled in.

    Raises:
        KeyError: the code has no sentence; a test keeps this from happening.
    """
    return translate(SENTENCES[code]).format(**{"where": "", **params})
