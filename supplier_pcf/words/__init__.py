"""The sentence of every code, in English, for whoever shows it; translation is the caller's."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from supplier_pcf.words.catalogue import SENTENCES

Translate = Callable[[str], str]
Params = dict[str, str | int | float]
"""The values of a sentence by name."""
Said = tuple[str, Params]
"""The code of a sentence and its values."""

_STATEMENT = re.compile(r".*?(?:[.?!](?=\s|$)|[。？！]|$)", re.DOTALL)
"""The first sentence of a template; values are filled in afterwards, so their dots do not count."""


class _Written(float):
    """A number that is written with the decimal mark of a language."""

    mark = "."

    def __format__(self, form: str) -> str:
        return super().__format__(form).replace(".", self.mark)


class _WithComma(_Written):
    mark = ","


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
    return translate(SENTENCES[code]).format(**_filled_in(params, translate))


def _filled_in(
    params: Mapping[str, str | int | float], translate: Translate
) -> dict[str, str | int | float]:
    """The values as the language writes them: a German reader takes 3.556 for three thousand.

    A name that brings those of other languages has a method `in_language`.
    """
    written = _Written if translate("0.5") == "0.5" else _WithComma
    language = translate("en")  # every catalogue tells its own code
    filled: dict[str, str | int | float] = {"where": ""}
    for name, value in params.items():
        in_language = getattr(value, "in_language", None)
        if in_language is not None:
            filled[name] = in_language(language)
        else:
            filled[name] = written(value) if isinstance(value, float) else value
    return filled


def statement(
    code: str, params: Mapping[str, str | int | float], translate: Translate = same
) -> str:
    """Only what is so, without what to do about it: for readers who cannot do it.

    Every sentence of a finding begins with the statement; the remedy comes after its full stop.

    Raises:
        KeyError: the code has no sentence.
    """
    template = _STATEMENT.match(translate(SENTENCES[code]))
    return (template.group() if template else "").format(**_filled_in(params, translate))
