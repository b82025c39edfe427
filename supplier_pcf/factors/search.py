"""Find factors by words in English, Chinese or German, by unit, place and year."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from functools import lru_cache

from supplier_pcf.domain.factor import Boundary, EmissionFactor, GwpSet, RowType
from supplier_pcf.domain.places import geography_score
from supplier_pcf.domain.units import dimension_of
from supplier_pcf.factors.library import FactorLibrary
from supplier_pcf.factors.words import query_groups, tokens

_OLD_AFTER_YEARS = 10
_ALIKE = 0.75
_PLACES = {1: ("place_exact", 1.0), 2: ("place_exact", 0.9), 3: ("place_region", 0.5)}
_PARTIAL = frozenset({Boundary.GRID_ONLY, Boundary.UPSTREAM, Boundary.TANK_TO_WHEEL})


@dataclass(frozen=True, slots=True)
class Hit:
    """A factor found, how well it fits, and why, as codes."""

    factor: EmissionFactor
    score: float
    reasons: tuple[str, ...]


class _Index:
    """Which tokens stand in which factor, and which tokens look alike."""

    def __init__(self, library: FactorLibrary) -> None:
        self.factors = tuple(library)
        self.weights: defaultdict[str, dict[int, float]] = defaultdict(dict)
        for number, factor in enumerate(self.factors):
            for token, weight in _weighted(factor).items():
                self.weights[token][number] = weight
        self.trigrams: defaultdict[str, set[str]] = defaultdict(set)
        for token in self.weights:
            for part in _trigrams(token):
                self.trigrams[part].add(token)

    def like(self, word: str) -> dict[str, float]:
        """The tokens that are this word, begin with it, or look like it, with how sure that is."""
        found = {token: 0.8 for token in self.weights if token.startswith(word)}
        if word in self.weights:
            found[word] = 1.0
        if not found and len(word) > 3 and word.isascii() and word.isalpha():
            near = {token for part in _trigrams(word) for token in self.trigrams.get(part, ())}
            for token in near:
                alike = SequenceMatcher(None, word, token).ratio()
                if alike >= _ALIKE and abs(len(token) - len(word)) < 3:
                    found[token] = 0.7 * alike
        return found

    def score(self, group: list[str]) -> dict[int, float]:
        """For each factor, how well it says one of the words of a group."""
        best: dict[int, float] = {}
        for word in group:
            for token, sure in self.like(word).items():
                for number, weight in self.weights[token].items():
                    best[number] = max(best.get(number, 0.0), sure * weight)
        return best


def _weighted(factor: EmissionFactor) -> dict[str, float]:
    """The tokens of a factor: those of its names count most, the first ones a little more."""
    found = dict.fromkeys(tokens(f"{factor.category} {factor.subcategory}"), 0.5)
    found |= dict.fromkeys(tokens(factor.id.partition(":")[2]), 0.9)
    for name in (factor.name, factor.name_zh, factor.name_de, *factor.aliases):
        words = tokens(name)
        for place, word in enumerate(words):
            found[word] = max(found.get(word, 0.0), 1.0 - 0.02 * min(place, 10))
    return found


def _trigrams(word: str) -> set[str]:
    padded = f"^{word}$"
    return {padded[i : i + 3] for i in range(len(padded) - 2)}


@lru_cache(maxsize=2)
def _index(library: FactorLibrary) -> _Index:
    return _Index(library)


def search(
    library: FactorLibrary,
    query: str,
    unit: str | None = None,
    place: str | None = None,
    year: int | None = None,
    limit: int = 20,
) -> list[Hit]:
    """The factors that fit best; rows that are no plain factor come last.

    Only factors that measure the same thing as `unit` are found. Without words, all of them are
    ranked by place and year.
    """
    index = _index(library)
    hits = [
        _hit(index.factors[number], words, place, year)
        for number, words in _by_words(index, query).items()
        if unit is None or dimension_of(index.factors[number].unit) is dimension_of(unit)
    ]
    hits.sort(
        key=lambda hit: (hit.factor.row_type is not RowType.FACTOR, -hit.score, hit.factor.id)
    )
    if unit is not None:
        hits = [replace(hit, reasons=(*hit.reasons, "unit_match")) for hit in hits[:limit]]
    return hits[:limit]


def _by_words(index: _Index, query: str) -> dict[int, float]:
    """For each factor that says at least half of the query, the share of it that it says."""
    groups = query_groups(query)
    if not groups:
        return dict.fromkeys(range(len(index.factors)), 0.0)
    total: defaultdict[int, float] = defaultdict(float)
    for group in groups:
        for number, value in index.score(group).items():
            total[number] += value / len(groups)
    best = max(total.values(), default=0.0)
    return {number: value for number, value in total.items() if value >= 0.5 * best}


def _hit(factor: EmissionFactor, words: float, place: str | None, year: int | None) -> Hit:
    score = 10 * words + _typical(factor)
    reasons = ["words"] if words else []
    if place:
        reason, value = _place(factor.place, place)
        reasons.append(reason)
        score += 2 * value
    if factor.year_to is not None:
        age = (year or factor.year_to) - factor.year_to
        if age > _OLD_AFTER_YEARS:
            reasons.append("old_data")
        score += (factor.year_to - 1990) / 60 - min(max(age, 0), 20) / 40
    return Hit(factor, round(score, 4), (*reasons, *_flags(factor)))


def _typical(factor: EmissionFactor) -> float:
    """A little more for what people mean by the bare word, less for what is only a part."""
    name = factor.name.casefold()
    score = 0.3 if "average" in name or "primary" in name else 0.0
    if factor.boundary is Boundary.DELIVERED_LIFE_CYCLE or factor.gwp_set is GwpSet.AR6:
        score += 0.2
    if factor.category == "waste":
        score -= 0.5
    return score - 1.5 if factor.boundary in _PARTIAL else score


def _place(factor_place: str, site: str) -> tuple[str, float]:
    level = geography_score(factor_place, site)
    if level in _PLACES:
        return _PLACES[level]
    return ("place_global", 0.3) if level == 4 else ("place_other", 0.0)


def _flags(factor: EmissionFactor) -> tuple[str, ...]:
    """The row type of what is no plain factor."""
    return () if factor.row_type is RowType.FACTOR else (f"row_{factor.row_type}",)
