"""Where a text may be broken or cut: at words, between Chinese characters, and if need be anywhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice

Measure = Callable[[str], float]
"""The width of a text; that of two texts together is the sum of theirs."""

ELLIPSIS = "…"
_NOT_FIRST = frozenset("，。、；：！？）》」』】〉％”’…·,.;:!?)]}%")
_NOT_LAST = frozenset("（《「『【〈“‘([{")
_FIRST_IDEOGRAPHIC = 0x2E80
_BREAKS_AFTER = frozenset("-/_–")
_SHORTEST_BEFORE_HYPHEN = 4
"""Letters and the hyphen: `co-` does not end a line."""


def _ideographic(char: str) -> bool:
    return ord(char) >= _FIRST_IDEOGRAPHIC


def _may_break(text: str, index: int, start: int) -> bool:
    """Whether a line may end before this index; the part would have begun at `start`."""
    before, after = text[index - 1], text[index]
    if before == " ":
        return True
    if after in _NOT_FIRST or before in _NOT_LAST or after == " ":
        return False
    if before in _BREAKS_AFTER and after.isalpha():
        return index - start >= _SHORTEST_BEFORE_HYPHEN
    return _ideographic(before) or _ideographic(after)


def pieces(text: str) -> Iterator[str]:
    """The text in parts between which a line may end; spaces stay with the part before them."""
    start = 0
    for index in range(1, len(text)):
        if _may_break(text, index, start):
            yield text[start:index]
            start = index
    if text[start:]:
        yield text[start:]


def _fitting(text: str, width: float, measure: Measure) -> int:
    """How many characters fit, at least one."""
    low, high = 1, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if measure(text[:middle]) <= width else (low, middle - 1)
    return low


def elide(text: str, width: float, measure: Measure) -> str:
    """The text if it fits, else as many whole words as fit and an ellipsis.

    A first word that alone is too long, or would leave half of the line empty, is cut inside.
    """
    text = text.strip()
    if measure(text) <= width:
        return text
    room = width - measure(ELLIPSIS)
    hard = text[: _fitting(text, room, measure)].rstrip()
    kept, used = "", 0.0
    for piece in pieces(text):
        if used + measure(piece.rstrip()) > room:
            break
        kept += piece
        used += measure(piece)
    soft = kept.rstrip().rstrip(",;:–-· ")
    return (soft if soft and measure(soft) >= room / 2 else hard) + ELLIPSIS


def break_lines(
    text: str, width: float, measure: Measure, max_lines: int | None = None
) -> tuple[str, ...]:
    """The text in lines no wider than `width`; the last of `max_lines` ends with an ellipsis if cut."""
    every = _lines(text.strip(), width, measure)
    if max_lines is None:
        return tuple(every)
    lines = tuple(islice(every, max_lines + 1))
    if len(lines) <= max_lines:
        return lines
    return (*lines[: max_lines - 1], elide(" ".join(lines[max_lines - 1 :]), width, measure))


def _lines(text: str, width: float, measure: Measure) -> Iterator[str]:
    """Fills line after line, so that a long text costs no more than the lines asked for."""
    line, used = "", 0.0
    for piece in pieces(text):
        part = piece
        if line and used + measure(part.rstrip()) > width:
            yield line.rstrip()
            line, used = "", 0.0
        while not line and measure(part.rstrip()) > width:
            cut = _fitting(part, width, measure)
            if cut >= len(part.rstrip()):
                break
            yield part[:cut]
            part = part[cut:]
        line += part
        used += measure(part)
    yield line.rstrip()
