"""What materials are called: designations, trade names and everyday words in three languages."""

from __future__ import annotations

import csv
import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from types import MappingProxyType

from supplier_pcf.factors.words import Lookalikes, fold, key, misread, tokens
from supplier_pcf.paths import resources

Groups = tuple[tuple[str, ...], ...]
"""Words that a factor must say: one of each group."""

_LONGEST = 6
"""Pieces that one designation may be written in: EN AC 46000 has three."""
_TYPED = 3
_TYPED_SIGNS = 2
_MOST_ENDINGS = 8
_SURE_BEGUN = 0.7
_SURE_SPELLED = 0.88
_SURE_COMPOUND = 0.9
_SURE_LITERAL = 0.9
"""The words themselves, where they are a designation of what the library has."""
_SPLIT = re.compile(r"[\s,;:()\[\]{}<>\"“”„'|，；：（）、《》]+")
_OTHERWISE = ("legierung", "alloy", "合金", "erung")
"""A compound with one of these is something else than its first word: an alloy, a treatment."""
_STANDARDS = ("aisi", "sae", "jis", "gbt", "gb", "din", "astm", "en", "wnr")
_SIZE = re.compile(
    r"[\d.,x×*±φøØ-]*(?:mm2?|cm2?|m2?|g|kg|t|µm|um|pcs|%)?|(?:ze|zf|za|az|zm|z)\d+", re.IGNORECASE
)
"""Sizes, weights and coatings that stand beside a designation: 2.0, 25x40, 3mm, Z275."""
_JOINTS = re.compile(r"[/+]")
_FILLER = re.compile(r"^(.+?)[-+]?\(?(?:gf|gb|gk|cf|kf|md|mf|m|td|t|kd)\d{1,2}\b", re.IGNORECASE)
"""Fillers of plastics with their share, by ISO 1043-2: GF30, (GF25+MD15), T20."""
_RUNS = re.compile(r"[\u3400-\u9fff]+|[^\u3400-\u9fff]+")


class Fit(StrEnum):
    """How well the library answers a material."""

    SAME = "same"
    NEAR = "near"
    """Only another material of its kind is there."""
    SCREENING = "screening"
    """Only figures per money spent are there."""
    NONE = "none"
    """Nothing open is there; another material is never put in its place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """Materials that one answer of the library stands for."""

    id: str
    subcategories: tuple[str, ...]
    """Where in the library its factors stand; empty: it has none."""
    names: Mapping[str, str]
    """By language: en, de, zh."""
    means: Groups
    fit: Fit
    nearest: str = ""
    """The family that comes nearest, where the fit is not the same."""

    def name(self, language: str) -> str:
        """Its name in a language such as zh_CN, else in English."""
        return self.names.get(language.partition("_")[0], self.names["en"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Alias:
    """A designation of a material and where its meaning can be read."""

    word: str
    language: str
    """The language of a name; empty: the same in all."""
    family: str
    source: str
    address: str


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to understand a part of a query."""

    groups: Groups
    sure: float = 1.0
    family: Family | None = None
    """The material it was read as; none: the words themselves."""
    spelled: bool = False
    """The words were read as others that look alike."""
    whole: bool = False
    """A factor must say all of the words, as they are."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a query: how it was written, and the ways to understand it."""

    text: str
    readings: tuple[Reading, ...]

    @property
    def family(self) -> Family | None:
        """The material this part names, if it names just one."""
        sure = [r.family for r in self.readings if r.family and r.sure > _SURE_SPELLED]
        found = {family.id: family for family in sure}
        return next(iter(found.values())) if len(found) == 1 else None


def _rows(name: str) -> Iterator[dict[str, str]]:
    with (resources() / "factors" / name).open(encoding="utf-8", newline="") as source:
        yield from csv.DictReader(source)


def _groups(text: str) -> Groups:
    """The words of a table cell: a space means `and`, a slash means `or`."""
    return tuple(tuple(tokens(part)) for part in text.split())


@cache
def families() -> Mapping[str, Family]:
    """All families by id."""
    return MappingProxyType(
        {
            row["id"]: Family(
                id=row["id"],
                subcategories=tuple(filter(None, row["subcategories"].split(";"))),
                names={language: row[language] for language in ("en", "de", "zh")},
                means=_groups(row["means"]),
                fit=Fit(row["fit"]),
                nearest=row["nearest"],
            )
            for row in _rows("families.csv")
        }
    )


@cache
def aliases() -> tuple[Alias, ...]:
    """All designations and names of materials."""
    return tuple(Alias(**row) for row in _rows("aliases.csv"))


def meant(family: Family) -> Groups:
    """The words that find what answers a family: those of the nearest one where it has none."""
    if family.fit is Fit.NEAR:
        return families()[family.nearest].means
    return family.means if family.fit is not Fit.NONE else ()


class _Table:
    """Designations and words by key, and those that a typed or mistyped key may become."""

    def __init__(self) -> None:
        self.families = {key(alias.word): families()[alias.family] for alias in aliases()}
        self.words = {
            key(row["word"]): _groups(row["means"]) for row in _rows("everyday_words.csv")
        }
        self.begun = sorted(self.families)
        self.lookalikes = Lookalikes(self.families)
        self.digits: dict[str, set[str]] = {}
        for known in self.families:
            if any(c.isdigit() for c in known):
                self.digits.setdefault(misread(known), set()).add(known)

    def knows(self, name: str) -> bool:
        """Whether this is a whole designation or word."""
        return name in self.words or self.family(name) is not None

    def family(self, name: str) -> Family | None:
        """The material of a whole designation, with or without the name of its standard."""
        return next((self.families[form] for form in _forms(name) if form in self.families), None)

    def exact(self, name: str) -> list[Reading]:
        """What a whole designation or word means."""
        family = self.family(name)
        found = [Reading(self.words[name])] if name in self.words else []
        return [*found, *([_read(family)] if family else [])]

    def mistyped(self, name: str) -> list[Reading]:
        """What a designation with a typing error may mean."""
        if any(c.isdigit() for c in name) and len(name) > _TYPED:
            found = self.digits.get(misread(name), set())
            if len(found) == 1:
                return [_read(self.families[next(iter(found))], 0.9, spelled=True)]
        if len(name) < _TYPED + 2:
            return []
        alike = self.lookalikes.like(name)
        best = max(alike.values(), default=0.0)
        return [
            _read(self.families[known], 0.95 * how, spelled=True)
            for known, how in alike.items()
            if how > best - 0.02
        ]

    def compound(self, name: str) -> list[Reading]:
        """What a compound is made of: copper of Kupferdraht, rubber of 橡胶密封圈."""
        least = 4 if name.isascii() else 2
        if any(other in name for other in _OTHERWISE) or any(c.isdigit() for c in name):
            return []
        beginnings = (name[:end] for end in range(len(name) - 1, least - 1, -1))
        endings = (name[start:] for start in range(1, len(name) - least + 1))
        for known in (*beginnings, *(endings if name.isascii() else ())):
            found = self.exact(known)
            if found:
                return [replace(r, sure=_SURE_COMPOUND, spelled=True) for r in found]
        return []

    def begun_with(self, name: str) -> list[Reading]:
        """What a designation may become that is still being typed."""
        if len(name) < (_TYPED if name.isascii() else _TYPED_SIGNS):
            return []
        found: dict[str, Family] = {}
        for known in self.begun[bisect_left(self.begun, name) :]:
            if not known.startswith(name) or len(found) >= _MOST_ENDINGS:
                break
            found[self.families[known].id] = self.families[known]
        return [_read(family, _SURE_BEGUN) for family in found.values()]

    def stem(self, name: str) -> list[Reading]:
        """What a designation means without its temper or finish, and with a filler it names."""
        filled = _FILLER.match(name)
        base = self.families.get(key(filled[1])) if filled else None
        if base is not None and _is_plastic(base):
            return [_read(_filled(base))]
        while "-" in name:
            name = name.rpartition("-")[0]
            if key(name) in self.families:
                return [_read(self.families[key(name)])]
        return []


def _forms(name: str) -> Iterator[str]:
    """A key as it is and with other names of standards before it: SAE for AISI, EN or none."""
    yield name
    yield f"en{name}"
    for standard in _STANDARDS:
        if name.startswith(standard):
            bare = name.removeprefix(standard)
            yield from (bare, f"en{bare}", f"aisi{bare}", f"sae{bare}")


def _is_plastic(family: Family) -> bool:
    """Whether a family, or the one that comes nearest, is a plastic."""
    known = families()
    found = {
        *family.subcategories,
        *(known[family.nearest].subcategories if family.nearest else ()),
    }
    return not found.isdisjoint({"polymer", "plastic"})


def _filled(base: Family) -> Family:
    """The family of a plastic with a filler; of one that is not there anyway, itself."""
    if base.fit is not Fit.SAME:
        return base
    return families().get(f"{base.id}-filled") or families()["plastic-filled"]


def _read(family: Family, sure: float = 1.0, *, spelled: bool = False) -> Reading:
    return Reading(meant(family), sure, family, spelled)


@cache
def _table() -> _Table:
    return _Table()


def parts(query: str) -> list[Part]:
    """The query cut into designations and words, the longest known ones first."""
    pieces = list(_pieces(query))
    found: list[Part] = []
    at = 0
    while at < len(pieces):
        length = next(_known_lengths(pieces, at), 1)
        part = _part("".join(pieces[at : at + length]), pieces[at : at + length])
        found += [part] if part.readings else []
        at += length
    if any(part.family for part in found):
        found = [part for part in found if part.family or not _SIZE.fullmatch(part.text)]
    return found


def _pieces(query: str) -> Iterator[str]:
    """The words of a query; Chinese and Latin ones apart, and joined ones that are not known."""
    for word in _SPLIT.split(query):
        joined = _JOINTS.search(word) and not _table().knows(key(word)) and not _FILLER.match(word)
        for piece in _JOINTS.split(word) if joined else [word]:
            yield from _RUNS.findall(piece)


def _known_lengths(pieces: list[str], at: int) -> Iterator[int]:
    """How many pieces from here on make a known designation, the most first."""
    for length in range(min(_LONGEST, len(pieces) - at), 0, -1):
        if _table().knows(key("".join(pieces[at : at + length]))):
            yield length


def _part(name: str, pieces: list[str]) -> Part:
    """How a piece of a query may be understood; its own words are always one way."""
    text = " ".join(pieces)
    own = tuple((token,) for token in tokens(text))
    wanted = key(name)
    exact = _table().exact(wanted) or _table().stem(name)
    if exact:
        says_more = any(not token.isdigit() for (token,) in own)
        said = any(reading.family and reading.family.fit is Fit.SAME for reading in exact)
        sure = _SURE_LITERAL if said else 1.0
        literal = [Reading(own, sure, whole=True)] if says_more else []
        return Part(text, (*exact, *literal))
    inside = _inside(fold(name))
    others = inside or [*_table().mistyped(wanted), *_table().begun_with(wanted)]
    others = others or _table().compound(wanted)
    literal = [Reading(own)] if own else []
    return Part(text, (*literal, *others))


def _inside(run: str) -> list[Reading]:
    """The longest known name inside a run of Chinese signs, where it makes up most of the run."""
    if run.isascii():
        return []
    for length in range(len(run) - 1, max(2, int(0.6 * len(run))), -1):
        for start in range(len(run) - length + 1):
            found = _table().exact(run[start : start + length])
            if found:
                return found
    return []


@dataclass(frozen=True, slots=True)
class Gap:
    """A material of a query that the library does not have as such."""

    word: str
    material: Family
    nearest: Family | None


def gap(query: str) -> Gap | None:
    """The first material of a query for which the library has nothing that is the same."""
    for part in parts(query):
        family = part.family
        if family is not None and family.fit is not Fit.SAME:
            return Gap(part.text, family, families().get(family.nearest))
    return None
