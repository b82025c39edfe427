"""Words of factor names and queries: folded, cut into tokens, and known by other names."""

from __future__ import annotations

import csv
import re
import unicodedata
from functools import cache

from supplier_pcf.paths import resources

_LATIN = re.compile(r"[a-z0-9]+")
_CHINESE = re.compile(r"[\u3400-\u9fff]+")
_NO_MEANING = frozenset({"at", "the", "of", "and", "for", "in", "to", "from", "with", "by", "incl"})


def fold(text: str) -> str:
    """The text in lower case without accents; full-width letters become plain ones."""
    plain = unicodedata.normalize("NFKD", text.casefold().replace("ß", "ss"))
    return "".join(c for c in plain if not unicodedata.combining(c))


def tokens(text: str) -> list[str]:
    """The words of a text; Chinese, which has no spaces, in overlapping pairs of signs."""
    folded = fold(text)
    words = [word for word in _LATIN.findall(folded) if word not in _NO_MEANING]
    for run in _CHINESE.findall(folded):
        pairs = [run[i : i + 2] for i in range(len(run) - 1)]
        words += pairs or [run]
    return words


def _key(word: str) -> str:
    """A designation without the spaces and hyphens people write into it differently."""
    return "".join(c for c in fold(word) if c.isalnum())


@cache
def _other_names() -> dict[str, list[list[str]]]:
    """Other names by folded word; a space in the file means `and`, a slash means `or`."""
    path = resources() / "factors" / "aliases.csv"
    with path.open(encoding="utf-8", newline="") as source:
        return {
            _key(row["word"]): [tokens(part) for part in row["means"].split()]
            for row in csv.DictReader(source)
        }


def query_groups(query: str) -> list[list[str]]:
    """The query as groups of tokens: a factor fits a group if it says one of its words."""
    names = _other_names()
    whole = names.get(_key(query))
    if whole:
        return _said_otherwise(query, whole)
    groups: list[list[str]] = []
    for word in query.split():
        other = names.get(_key(word))
        if other:
            groups += _said_otherwise(word, other)
        else:
            groups += [[token] for token in tokens(word)]
    return groups


def _said_otherwise(word: str, other: list[list[str]]) -> list[list[str]]:
    """The other names; the word itself counts as one way to say the first of them."""
    own = tokens(word)
    return [other[0] + (own if len(own) == 1 else []), *other[1:]]
