"""Find factors by words in English, Chinese or German, ranked by how well they fit and why."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from supplier_pcf.domain.factor import Boundary, EmissionFactor, GwpSet, Provenance, RowType
from supplier_pcf.domain.places import geography_score
from supplier_pcf.domain.units import dimension_of
from supplier_pcf.factors.aliases import Family, Fit, Part, Reading, families, parts
from supplier_pcf.factors.library import FactorLibrary
from supplier_pcf.factors.words import Lookalikes, tokens

_OLD_AFTER_YEARS = 10
_NEAR = 0.65
"""How much a word counts that leads to another material of its kind."""
_PLACES = {1: ("place_exact", 1.0), 2: ("place_exact", 0.9), 3: ("place_region", 0.5)}
_PARTIAL = frozenset({Boundary.GRID_ONLY, Boundary.UPSTREAM, Boundary.TANK_TO_WHEEL})
_RECYCLED = frozenset({"recycled", "secondary", "closed", "used", "rhdpe", "rpet"})
_ASKS_RECYCLED = _RECYCLED | {"recycling", "scrap", "再生"}

Found = tuple[float, frozenset[str]]
"""How well the words fit, and what must be said about it."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A factor found, how well it fits, and why, as codes."""

    factor: EmissionFactor
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a factor should fit besides the words."""

    unit: str | None = None
    """Only factors that measure the same thing as this unit are found."""
    boundaries: frozenset[Boundary] = frozenset()
    """Parts of the life cycle that fit; empty: any."""
    place: str | None = None
    year: int | None = None


class _Index:
    """Which tokens stand in which factor, and which tokens look alike."""

    def __init__(self, library: FactorLibrary) -> None:
        self.factors = tuple(library)
        self.weights: defaultdict[str, dict[int, float]] = defaultdict(dict)
        self.said: list[frozenset[str]] = []
        for number, factor in enumerate(self.factors):
            weighted = _weighted(factor)
            self.said.append(frozenset(weighted))
            for token, weight in weighted.items():
                self.weights[token][number] = weight
        self.lookalikes = Lookalikes(token for token in self.weights if token.isalpha())

    def like(self, word: str) -> dict[str, float]:
        """The tokens that are this word, begin with it, or look like it, with how sure that is."""
        found = {token: 0.8 for token in self.weights if token.startswith(word)}
        if word in self.weights:
            found[word] = 1.0
        if not found and word.isalpha():
            found = {token: 0.7 * how for token, how in self.lookalikes.like(word).items()}
        return found

    def group(self, words: Iterable[str], *, exactly: bool) -> dict[int, float]:
        """For each factor, how well it says one of these words."""
        best: dict[int, float] = {}
        for word in words:
            for token, sure in ({word: 1.0} if exactly else self.like(word)).items():
                for number, weight in self.weights.get(token, {}).items():
                    best[number] = max(best.get(number, 0.0), sure * weight)
        return best

    def reading(self, reading: Reading) -> dict[int, float]:
        """For each factor, how much of one reading it says."""
        total: defaultdict[int, list[float]] = defaultdict(list)
        for words in reading.groups:
            for number, value in self.group(words, exactly=reading.whole).items():
                total[number].append(value)
        wanted, kin = len(reading.groups), _kin(reading)
        return {
            number: reading.sure * sum(values) / wanted
            for number, values in total.items()
            if kin is None or len(values) == wanted or self.factors[number].subcategory in kin
        }

    def likely(self, part: Part) -> list[Reading]:
        """The readings of a part; what factors say is not read as something spelled like it."""
        known = any(
            reading.family is None
            and not reading.spelled
            and all(any(word in self.weights for word in words) for words in reading.groups)
            for reading in part.readings
        )
        return [reading for reading in part.readings if not (known and reading.spelled)]

    def material(self, part: Part) -> Family | None:
        """The material a part names."""
        return Part(part.text, tuple(self.likely(part))).family

    def lacks(self, part: Part) -> bool:
        """Whether a part names a material the library has no factor per mass for."""
        family = self.material(part)
        return family is not None and family.fit in (Fit.NONE, Fit.SCREENING)

    def part(self, part: Part) -> dict[int, Found]:
        """For each factor, how well it answers the best reading of a part of the query."""
        best: dict[int, Found] = {}
        readings, lacks = self.likely(part), self.lacks(part)
        for reading in readings:
            family = reading.family
            if lacks and family is None and not reading.whole:
                continue
            weight = _NEAR if family and family.fit is Fit.NEAR else 1.0
            said = {"material_near"} if family and family.fit is Fit.NEAR else set()
            codes = frozenset(said | ({"spelled"} if reading.spelled else set()))
            money_only = family is not None and family.fit is Fit.SCREENING
            for number, value in self.reading(reading).items():
                spends = self.factors[number].row_type is RowType.SPEND
                if (spends or not money_only) and weight * value > best.get(number, (0.0,))[0]:
                    best[number] = (weight * value, codes)
        return best


def _kin(reading: Reading) -> frozenset[str] | None:
    """Where factors may stand that say only a part of a reading; nothing: anywhere."""
    if reading.family is None:
        return frozenset() if reading.whole else None
    nearest = families().get(reading.family.nearest)
    return frozenset({*reading.family.subcategories, *(nearest.subcategories if nearest else ())})


def _weighted(factor: EmissionFactor) -> dict[str, float]:
    """The tokens of a factor: those of its names count most, the first ones a little more."""
    found = dict.fromkeys(tokens(f"{factor.category} {factor.subcategory}"), 0.5)
    found |= dict.fromkeys(tokens(factor.technology), 0.6)
    found |= dict.fromkeys(tokens(factor.id.partition(":")[2]), 0.9)
    for name in (factor.name, factor.name_zh, factor.name_de, *factor.aliases):
        words = tokens(name)
        for place, word in enumerate(words):
            found[word] = max(found.get(word, 0.0), 1.0 - 0.02 * min(place, 10))
    return found


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
    """The factors that fit these words, a unit, a place and a year best."""
    return search_for(library, query, Asked(unit=unit, place=place, year=year), limit)


def search_for(library: FactorLibrary, query: str, asked: Asked, limit: int = 20) -> list[Hit]:
    """The factors that fit best; rows that are no plain factor come last.

    Without words, all of them are ranked by the rest. Where the library has nothing for a
    material, other materials are not put in its place.
    """
    index, read = _index(library), parts(query)
    recycled = any(not _ASKS_RECYCLED.isdisjoint(words) for words in _all_words(read))
    hits = [
        _hit(index, number, words, asked, recycled)
        for number, words in _by_words(index, read).items()
        if asked.unit is None
        or dimension_of(index.factors[number].unit) is dimension_of(asked.unit)
    ]
    hits.sort(
        key=lambda hit: (hit.factor.row_type is not RowType.FACTOR, -hit.score, hit.factor.id)
    )
    return hits[:limit]


def _all_words(read: list[Part]) -> Iterable[tuple[str, ...]]:
    """The words of a query, as they are or as everyday words of another language."""
    return (
        words
        for part in read
        for reading in part.readings
        if reading.family is None and not reading.spelled
        for words in reading.groups
    )


def _by_words(index: _Index, read: list[Part]) -> dict[int, Found]:
    """For each factor that says at least half as much as the best, how much of the query it says."""
    if not read:
        return dict.fromkeys(range(len(index.factors)), (0.0, frozenset()))
    answers = [index.part(part) for part in read]
    total: defaultdict[int, float] = defaultdict(float)
    codes: defaultdict[int, frozenset[str]] = defaultdict(frozenset)
    for answer in answers:
        for number, (value, said) in answer.items():
            total[number] += value / len(read)
            codes[number] |= said
    kept = _of_material(index, read, answers, total)
    best = max(kept.values(), default=0.0)
    return {n: (value, codes[n]) for n, value in kept.items() if value >= 0.5 * best}


def _of_material(
    index: _Index, read: list[Part], answers: list[dict[int, Found]], total: dict[int, float]
) -> dict[int, float]:
    """Of these factors, those for a material the query names, if it names any.

    A material that the library does not have must be said, whatever else the query says.
    """
    named = [
        (answer, index.lacks(part))
        for part, answer in zip(read, answers, strict=True)
        if index.material(part) is not None and (answer or index.lacks(part))
    ]
    if not named:
        return total
    said = set().union(*(answer for answer, _lacks in named))
    for answer, lacks in named:
        said = said & answer.keys() if lacks else said
    return {number: value for number, value in total.items() if number in said}


def _hit(index: _Index, number: int, words: Found, asked: Asked, recycled: bool) -> Hit:
    """The hit with its score: words first, then boundary, place, year and technology."""
    factor, (share, codes) = index.factors[number], words
    fits = [
        (10 * share + _typical(factor), "words" if share else ""),
        *((0.0, code) for code in sorted(codes)),
        _place(factor, asked),
        _year(factor, asked),
        _boundary(factor, asked),
        _route(index.said[number], recycled),
        _agreed(factor),
        _unit(factor, asked),
    ]
    reasons = [code for _value, code in fits if code]
    return Hit(factor, round(sum(value for value, _code in fits), 4), (*reasons, *_flags(factor)))


def _typical(factor: EmissionFactor) -> float:
    """A little more for what people mean by the bare word, less for what is only a part."""
    name = factor.name.casefold()
    score = 0.3 if "average" in name or "primary" in name else 0.0
    if factor.boundary is Boundary.DELIVERED_LIFE_CYCLE or factor.gwp_set is GwpSet.AR6:
        score += 0.2
    return score - 0.5 if factor.category == "waste" else score


def _place(factor: EmissionFactor, asked: Asked) -> tuple[float, str]:
    if not asked.place:
        return 0.0, ""
    level = geography_score(factor.place, asked.place)
    if level == 4:
        return 0.6, "place_global"
    reason, value = _PLACES.get(level, ("place_other", 0.0))
    return 2 * value, reason


def _year(factor: EmissionFactor, asked: Asked) -> tuple[float, str]:
    if factor.year_to is None:
        return 0.0, ""
    age = (asked.year or factor.year_to) - factor.year_to
    value = (factor.year_to - 1990) / 60 - min(max(age, 0), 20) / 40
    return value, "old_data" if age > _OLD_AFTER_YEARS else ""


def _boundary(factor: EmissionFactor, asked: Asked) -> tuple[float, str]:
    part = factor.boundary in _PARTIAL
    if asked.boundaries and factor.boundary not in asked.boundaries:
        return -1.5, "boundary_part" if part else "boundary_other"
    return (-1.5, "boundary_part") if part else (0.0, "")


def _route(said: frozenset[str], asked: bool) -> tuple[float, str]:
    """Made of scrap or not, and whether that was asked for."""
    if _RECYCLED.isdisjoint(said) or "primary" in said:
        return 0.0, ""
    return (0.4, "recycled_as_asked") if asked else (-0.4, "recycled")


def _unit(factor: EmissionFactor, asked: Asked) -> tuple[float, str]:
    if asked.unit is None:
        return 0.0, ""
    return (0.05 if factor.unit == asked.unit else 0.0), "unit_match"


def _agreed(factor: EmissionFactor) -> tuple[float, str]:
    """What one paper or association gives, and nobody else, stands behind the rest."""
    single = factor.provenance is Provenance.SINGLE_VALUE
    return (-1.0, "single_value") if single else (0.0, "")


def _flags(factor: EmissionFactor) -> tuple[str, ...]:
    """The row type of what is no plain factor."""
    return () if factor.row_type is RowType.FACTOR else (f"row_{factor.row_type}",)
