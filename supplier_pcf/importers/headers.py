"""Find the row of headings in a table and what each column means."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from supplier_pcf.importers.numbers import narrow
from supplier_pcf.importers.table import Table, text_of
from supplier_pcf.importers.unit_words import unit_of

SEARCHED_ROWS = 60
_JOINED = re.compile(r"[\W_]+")
_PIECES = re.compile(r"[\u3400-\u9fff]+|[^\u3400-\u9fff\n/|()\[\]{}【】:;,]+")
_BRACKETS = re.compile(r"[(\[【][^)\]】]*[)\]】]?")


@dataclass(frozen=True, slots=True)
class Match:
    """Which field a heading names, and how surely: 3 as a whole, 2 in a part, 1 somewhere inside."""

    field: str
    strength: int
    length: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """The headings of a table: their first and last row (from 0) and their text by column."""

    first: int
    last: int
    headings: tuple[str, ...]
    fields: Mapping[str, int]
    """Column of each field."""
    score: int


def plain(text: str) -> str:
    """A word without case, spaces or punctuation, for comparing; a lone sign stays as it is."""
    folded = narrow(text).casefold()
    return _JOINED.sub("", folded) or folded


class Synonyms:
    """The words of each field, ready for looking up headings."""

    def __init__(self, fields: Mapping[str, str]) -> None:
        self.fields = tuple(fields)
        self.words = {
            plain(word): field for field, words in fields.items() for word in words.split("|")
        }
        longest_first = sorted(self.words.items(), key=lambda item: -len(item[0]))
        self._inside = [(w, f) for w, f in longest_first if len(w) >= (6 if w.isascii() else 2)]
        self.match = lru_cache(maxsize=2048)(self._match)

    def _match(self, heading: str) -> Match | None:
        """The field a heading names, or nothing."""
        text = narrow(heading)
        whole = plain(_BRACKETS.sub(" ", text))
        if whole in self.words:
            return Match(self.words[whole], 3, len(whole))
        pieces = [plain(piece) for piece in _PIECES.findall(text)]
        known = [piece for piece in pieces if piece in self.words]
        if known:
            best = max(known, key=lambda word: (len(word) * (1 if word.isascii() else 4), word))
            return Match(self.words[best], 2, len(best))
        found = next(((w, f) for w, f in self._inside if w in whole), None)
        return Match(found[1], 1, len(found[0])) if found else None


def find_header(
    table: Table, synonyms: Synonyms, needs: Sequence[frozenset[str]], ignored: str = ""
) -> Header | None:
    """The best row of headings among the first rows; each of `needs` asks for one field of its own."""
    best: Header | None = None
    for row in range(min(SEARCHED_ROWS, len(table.rows))):
        if not _can_be_header(table.rows[row]):
            continue
        for header in _candidates(table, row, synonyms, ignored):
            if all(need & header.fields.keys() for need in needs) and (
                best is None or header.score > best.score
            ):
                best = header
    return best


def header_at(table: Table, row: int, synonyms: Synonyms) -> Header | None:
    """The headings in this row (from 0), whatever they say; None where the table ends before it."""
    if not 0 <= row < len(table.rows):
        return None
    known = _candidates(table, row, synonyms, "")
    if known:
        return max(known, key=lambda header: header.score)
    headings = tuple(text_of(cell) for cell in table.rows[row])
    return Header(first=row, last=row, headings=headings, fields={}, score=0)


def _can_be_header(row: Sequence[object]) -> bool:
    filled = [cell for cell in row if cell != ""]
    return len(filled) > 1 and sum(isinstance(c, str) for c in filled) >= 0.7 * len(filled)


def _candidates(table: Table, row: int, synonyms: Synonyms, ignored: str) -> list[Header]:
    """The row alone, and joined with the row below where both look like headings."""
    single = _header(row, row, [text_of(cell) for cell in table.rows[row]], synonyms)
    found = [single]
    if row + 1 < len(table.rows) and _can_be_second(table.rows[row + 1], synonyms):
        joined = _header(row, row + 1, joined_headings(table, row), synonyms)
        if joined.score > single.score:
            found.append(joined)
        elif _only_units(table.rows[row + 1]) and joined.score == single.score - 1:
            found.append(replace(joined, score=single.score + 1))
    return [header for header in found if header.fields.keys() - {ignored}]


def _can_be_second(row: Sequence[object], synonyms: Synonyms) -> bool:
    filled = [text_of(cell) for cell in row if cell != ""]
    known = sum(bool(synonyms.match(text)) or bool(unit_of(text)) for text in filled)
    return bool(filled) and all(isinstance(c, str) for c in row) and known >= 0.5 * len(filled)


def _only_units(row: Sequence[object]) -> bool:
    return all(unit_of(text_of(cell)) for cell in row if cell != "")


def joined_headings(table: Table, row: int) -> list[str]:
    """The headings of a row and the row below, one above the other; merged cells reach over theirs."""
    upper = [text_of(cell) for cell in table.rows[row]]
    for first, left, last, right in table.merged:
        if first == row == last:
            upper[left : right + 1] = [upper[left]] * (right + 1 - left)
    lower = [text_of(cell) for cell in table.rows[row + 1]]
    lower += [""] * (len(upper) - len(lower))
    return ["\n".join(part for part in pair if part) for pair in zip(upper, lower, strict=False)]


def _header(first: int, last: int, headings: list[str], synonyms: Synonyms) -> Header:
    matches: dict[str, tuple[int, int, int]] = {}
    for column, heading in enumerate(headings):
        match = _of_heading(heading, synonyms) if 0 < len(heading) <= 80 else None
        rank = (match.strength, match.length, -column) if match else None
        if match and rank and rank > matches.get(match.field, (0, 0, 0)):
            matches[match.field] = rank
    score = 2 * sum(strength for strength, _, _ in matches.values()) - (last > first)
    fields = {field: -column for field, (_, _, column) in matches.items()}
    return Header(first=first, last=last, headings=tuple(headings), fields=fields, score=score)


def _of_heading(heading: str, synonyms: Synonyms) -> Match | None:
    """The lower of two joined headings decides; the upper one where the lower says nothing."""
    upper, _, lower = heading.partition("\n")
    if not lower:
        return synonyms.match(upper)
    return synonyms.match(lower) or synonyms.match(upper)
