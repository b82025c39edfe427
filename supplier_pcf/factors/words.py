"""Words of factor names and queries: folded, cut into tokens, and compared with what looks alike."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable
from difflib import SequenceMatcher

_LATIN = re.compile(r"[a-z0-9]+")
_CHINESE = re.compile(r"[\u3400-\u9fff]+")
_DIGITS = re.compile(r"\d+")
_NO_MEANING = frozenset({"at", "the", "of", "and", "for", "in", "to", "from", "with", "by", "incl"})
_ALIKE = 0.75
_COMPARED = 24
"""How many of the words that share most letters are looked at closely."""

_SIGNS = str.maketrans(
    "鋼鋁鋅銅鐵鎂鎳鉛錫銀鑄壓鍍鏽銹绣扎軋鋰鈦鎢鉻鈷膠電氣熱風紙塗黃純無縫線纜氫廢運車輸麵維纖烴樹環聚醯胺釹",
    "钢铝锌铜铁镁镍铅锡银铸压镀锈锈锈轧轧锂钛钨铬钴胶电气热风纸涂黄纯无缝线缆氢废运车输面维纤烃树环聚酰胺钕",
)
"""Traditional signs, and two that are typed for others that sound or look the same."""

_MISREAD = str.maketrans("oil", "011")
"""Letters that are typed for the digits they look like."""


def fold(text: str) -> str:
    """The text in lower case without accents; full-width letters become plain ones."""
    if text.isascii():
        return text.casefold()
    plain = unicodedata.normalize("NFKD", text.casefold().replace("ß", "ss"))
    return "".join(c for c in plain if not unicodedata.combining(c)).translate(_SIGNS)


def tokens(text: str) -> list[str]:
    """The words of a text; Chinese, which has no spaces, in overlapping pairs of signs."""
    folded = fold(text)
    words = [word for word in _LATIN.findall(folded) if word not in _NO_MEANING]
    for run in _CHINESE.findall(folded):
        pairs = [run[i : i + 2] for i in range(len(run) - 1)]
        words += pairs or [run]
    return words


def key(word: str) -> str:
    """A designation without the spaces and hyphens people write into it differently."""
    return "".join(c for c in fold(word).replace("#", "号") if c.isalnum())


def misread(word: str) -> str:
    """A key with the letters that look like digits taken for digits: 304 and 3O4 are the same."""
    return word.translate(_MISREAD)


def _trigrams(word: str) -> set[str]:
    padded = f"^{word}$"
    return {padded[i : i + 3] for i in range(len(padded) - 2)}


class Lookalikes:
    """Known words, and which of them a mistyped word may have been.

    Digits must be the same, one by one: 5052 is never a mistyped 5083.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._by_trigram: defaultdict[str, list[str]] = defaultdict(list)
        for word in words:
            if word.isascii():
                for part in _trigrams(word):
                    self._by_trigram[part].append(word)

    def like(self, word: str) -> dict[str, float]:
        """The known words that look like this one, with how much."""
        if len(word) < 4 or not word.isascii() or word.isdigit():
            return {}
        shared: Counter[str] = Counter()
        for part in _trigrams(word):
            shared.update(self._by_trigram.get(part, ()))
        digits, found = _DIGITS.findall(word), {}
        near = sorted(shared.items(), key=lambda item: (-item[1], item[0]))[:_COMPARED]
        for known, _count in near:
            if abs(len(known) - len(word)) < 3 and _DIGITS.findall(known) == digits:
                alike = SequenceMatcher(None, word, known).ratio()
                if alike >= _ALIKE:
                    found[known] = alike
        return found
