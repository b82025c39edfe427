"""JSON as it comes from outside: measured and parsed with suspicion before anything is made of it."""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from supplier_pcf.domain.finding import Refusal

MAX_BYTES = 64 * 1024 * 1024
MAX_TEXT = 1_000_000
MAX_DEPTH = 64
MAX_VALUES = 2_000_000
MAX_EXACT_DIGITS = 18
_MAX_DIGITS = 400
_SHOWN = 40
_BOM = b"\xef\xbb\xbf"
_STRUCTURE = b"[]{},"
_ALL_BUT_STRUCTURE = bytes(set(range(256)) - set(_STRUCTURE))

Steps = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class _Flaw:
    """Stands in the tree where the text had something that no study may hold."""

    code: str
    key: str = ""
    value: str = ""


def parse(data: bytes, file: str, max_bytes: int | None = None) -> Any:
    """The plain values of a JSON text of at most so many bytes, `MAX_BYTES` where nothing is said.

    Raises:
        Refusal: it is too big, cut off, not JSON, or holds what JSON readers disagree about.
    """
    complete = _measure(data, file, MAX_BYTES if max_bytes is None else max_bytes)
    text = _text(data, file)
    flaws: list[_Flaw] = []
    try:
        tree = json.loads(text, **_hooks(flaws))
    except json.JSONDecodeError as error:
        if not complete:
            raise Refusal("file.cut_off", file=file) from error
        spot = {"line": error.lineno, "column": error.colno}
        raise Refusal("file.bad_json", file=file, **spot) from error
    if flaws:
        raise _flaw_refusal(tree, file)
    half = half_character(tree, "file.bad_text", file=file) if "\\u" in text else None
    if half is not None:
        raise half
    return tree


def _measure(data: bytes, file: str, max_bytes: int) -> bool:
    """Whether all that was opened is closed again; refuses what is too big, too long or too deep."""
    if len(data) > max_bytes:
        raise Refusal("file.too_big", file=file, limit=max_bytes // 1024**2)
    if not data.strip():
        raise Refusal("file.empty", file=file)
    bare = data.replace(b"\\\\", b"").replace(b'\\"', b"")
    if bare.count(b'"') > 4 * MAX_VALUES:
        raise Refusal("file.too_many_values", file=file, limit=MAX_VALUES)
    parts = bare.split(b'"')
    if max(map(len, parts[1::2]), default=0) > MAX_TEXT:
        raise Refusal("file.text_too_long", file=file, limit=MAX_TEXT)
    marks = b"".join(parts[::2]).translate(None, _ALL_BUT_STRUCTURE)
    if len(marks) > 2 * MAX_VALUES:
        raise Refusal("file.too_many_values", file=file, limit=MAX_VALUES)
    return _depth_at_end(marks, file) <= 0 and len(parts) % 2 == 1


def _depth_at_end(marks: bytes, file: str) -> int:
    depth = 0
    for mark in marks.replace(b",", b""):
        depth += 1 if mark in b"[{" else -1
        if depth > MAX_DEPTH:
            raise Refusal("file.too_deep", file=file, limit=MAX_DEPTH)
    return depth


def _text(data: bytes, file: str) -> str:
    try:
        return data.removeprefix(_BOM).decode("utf-8")
    except UnicodeDecodeError as error:
        code = "file.cut_off" if error.reason == "unexpected end of data" else "file.not_utf8"
        raise Refusal(code, file=file) from error


def _hooks(flaws: list[_Flaw]) -> dict[str, Any]:
    """What the parser asks about objects and numbers; collects what is wrong with them."""

    def flaw(code: str, **what: str) -> _Flaw:
        flaws.append(_Flaw(code, **what))
        return flaws[-1]

    def bad_number(text: str) -> _Flaw:
        return flaw("file.bad_number", value=text[:_SHOWN])

    def pairs(found: list[tuple[str, Any]]) -> dict[str, Any] | _Flaw:
        values = dict(found)
        return values if len(values) == len(found) else flaw("file.key_twice", key=_twice(found))

    def number(text: str) -> float | _Flaw:
        value = _number(text)
        return value if math.isfinite(value) else bad_number(text)

    numbers = {"parse_float": number, "parse_int": number, "parse_constant": bad_number}
    return {"object_pairs_hook": pairs, **numbers}


def _number(text: str) -> float:
    """A whole number where it is short enough to be exact; one of absurd length is infinite."""
    digits = text.removeprefix("-")
    if digits.isdecimal() and len(digits) <= MAX_EXACT_DIGITS:
        return int(text)
    return float(text) if len(text) <= _MAX_DIGITS else math.inf


def _twice(pairs: list[tuple[str, Any]]) -> str:
    counts = Counter(key for key, _ in pairs)
    return next(key for key, count in counts.items() if count > 1)


def _flaw_refusal(tree: Any, file: str) -> Refusal:
    steps, flaw = next(_all(tree, lambda value: isinstance(value, _Flaw)))
    if flaw.code == "file.key_twice":
        return Refusal(flaw.code, file=file, path=place(tree, (*steps, flaw.key)))
    return Refusal(flaw.code, file=file, path=place(tree, steps), value=flaw.value)


def half_character(tree: Any, code: str, **params: str) -> Refusal | None:
    """The refusal of a text with half a character in it, which no other program could read."""
    found = next(_all(tree, lambda value: isinstance(value, str) and not _is_whole(value)), None)
    return Refusal(code, path=place(tree, found[0]), **params) if found is not None else None


def _is_whole(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _all(
    node: Any, wanted: Callable[[Any], bool], steps: Steps = ()
) -> Iterator[tuple[Steps, Any]]:
    """The values that are wanted, with the steps that lead to them; keys count as values."""
    if wanted(node):
        yield steps, node
    children: Iterable[tuple[str | int, Any]] = ()
    if isinstance(node, dict):
        children = node.items()
    elif isinstance(node, list):
        children = enumerate(node)
    for step, child in children:
        here = (*steps, step)
        if wanted(step):
            yield here, step
        yield from _all(child, wanted, here)


def place(tree: Any, steps: Steps) -> str:
    """The steps as a path a reader can follow; rows go by their id, or by `#` and their number."""
    words: list[str] = []
    node = tree
    for step in steps:
        node = _child(node, step)
        word = step if isinstance(step, str) else _row_name(node, step)
        words.append(word.encode("utf-8", "replace").decode("utf-8")[:_SHOWN])
    return "/".join(words)


def _child(node: Any, step: str | int) -> Any:
    if isinstance(node, dict):
        return node.get(step)
    if isinstance(node, list | tuple) and isinstance(step, int) and step < len(node):
        return node[step]
    return None


def _row_name(row: Any, number: int) -> str:
    name = row.get("id") if isinstance(row, dict) else None
    return name if isinstance(name, str) and name else f"#{number + 1}"
