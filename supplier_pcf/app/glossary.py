"""The glossary: the terms of the standards in three languages, each explained in our own words with its clause."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Any, NamedTuple
from unicodedata import normalize

from supplier_pcf.i18n import LANGUAGES
from supplier_pcf.paths import resources

_ENGLISH = LANGUAGES[0]


class Term(NamedTuple):
    """One term as one language has it."""

    id: str
    name: str
    meaning: str
    clause: str
    """Where the rule stands; clauses are cited, never copied."""
    english: str
    """The standard's English name, for who reads the customer's letter."""


def glossary(language: str) -> tuple[Term, ...]:
    """All terms in the order of their names; Chinese ones in that of the work, as they have no alphabet."""
    terms = tuple(_term(told, language) for told in _told())
    return terms if language == "zh_CN" else tuple(sorted(terms, key=_by_name))


def _by_name(term: Term) -> str:
    """Ö stands with O."""
    return normalize("NFKD", term.name).casefold()


def found(terms: tuple[Term, ...], words: str) -> tuple[Term, ...]:
    """Those that hold every word, in name, English name or meaning; those with it in the name first."""
    wanted = words.casefold().split()
    hits = [term for term in terms if all(word in _text(term) for word in wanted)]
    return tuple(sorted(hits, key=lambda term: not all(w in _names(term) for w in wanted)))


def term_ids_at(field: str) -> tuple[str, ...]:
    """The terms that explain a field, by the name `field_help.plain_name` gives it."""
    return tuple(told["id"] for told in _told() if field in told.get("at", ()))


def places() -> frozenset[str]:
    """Every field that leads to a term."""
    return frozenset(field for told in _told() for field in told.get("at", ()))


@cache
def _told() -> tuple[Mapping[str, Any], ...]:
    path = resources() / "glossary" / "terms.toml"
    return tuple(tomllib.loads(path.read_text(encoding="utf-8"))["term"])


def _term(told: Mapping[str, Any], language: str) -> Term:
    words = told[language]
    return Term(told["id"], words["name"], words["meaning"], told["clause"], told[_ENGLISH]["name"])


def _names(term: Term) -> str:
    return f"{term.name} {term.english}".casefold()


def _text(term: Term) -> str:
    return f"{_names(term)} {term.meaning.casefold()}"
