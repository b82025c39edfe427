"""Studies and factors as JSON and back; the only module that knows msgspec.

What a study holds is written under the field's name; a field that equals its default is left out.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import replace
from enum import Enum
from typing import Any, TypeVar

import msgspec

from supplier_pcf.domain.factor import EmissionFactor
from supplier_pcf.domain.finding import Refusal
from supplier_pcf.domain.scenario_edits import without_scenarios
from supplier_pcf.domain.study import Study
from supplier_pcf.guard import json_text
from supplier_pcf.guard.json_text import Steps, half_character, place
from supplier_pcf.project.fitting import Misfit, fit, layout
from supplier_pcf.project.ids import id_problem
from supplier_pcf.project.plain import Unfit, plain
from supplier_pcf.project.shape import Kind, Shape, fields, is_row

Data = dict[str, Any]
Record = TypeVar("Record")

_STEP = re.compile(r"\.([^.\[\]]+)|\[(\d+)\]")
_AT = re.compile(r" - at `\$(.*)`$")
_MISSING = re.compile(r"missing required field `(\w+)`")
_SHOWN = 40
_LONG_NUMBER = b"0" * json_text.MAX_EXACT_DIGITS
_DIGITS_TO_ZERO = bytes(ord("0") if 0x30 <= byte <= 0x39 else byte for byte in range(256))


# --- writing -------------------------------------------------------------------------------------


def encode_study(study: Study) -> bytes:
    """The study as UTF-8 JSON, indented, one field a line, in the order of the fields.

    Raises:
        Refusal: two flows share an id, or a number or a text cannot be written.
    """
    return encode_plain(study_as_data(study))


def study_as_data(study: Study) -> Data:
    """The study as plain values, checked so that it can be read again.

    Raises:
        Refusal: two flows share an id, or a number cannot be written.
    """
    problem = id_problem(study)
    if problem is not None:
        raise Refusal("study." + problem[0], **problem[1])
    return _plain(study)


def encode_factors(factors: tuple[EmissionFactor, ...]) -> bytes:
    """The factors as a JSON list.

    Raises:
        Refusal: a number or a text cannot be written.
    """
    return encode_plain(factors_as_data(factors))


def factors_as_data(factors: tuple[EmissionFactor, ...]) -> list[Data]:
    """The factors as plain values.

    Raises:
        Refusal: a number cannot be written.
    """
    return [_plain(factor) for factor in factors]


def encode_plain(tree: Any) -> bytes:
    """Plain values as indented JSON.

    Raises:
        Refusal: a text holds half a character.
    """
    return msgspec.json.format(_compact(tree), indent=2) + b"\n"


def fingerprint(study: Study) -> str:
    """SHA-256 of the study's content without what was asked, sent, logged, remarked and supposed.

    Empty fields added later leave it alone.
    """
    content = replace(without_scenarios(study), releases=(), requests=(), deliveries=(), changes=())
    content = replace(content, comments=(), drills=(), record_counts=())
    return hashlib.sha256(_compact(_plain(content), "sorted")).hexdigest()


def _plain(record: Any) -> Data:
    try:
        return plain(record)
    except Unfit as error:
        steps = error.steps
        path = place(_named_rows(record, steps), steps)
        raise Refusal("study.bad_number", path=path, value=str(error.value)[:_SHOWN]) from error


def _named_rows(record: Any, steps: Steps) -> Any:
    """Just enough of a tree to name the rows on the way."""
    if not steps:
        return None
    step, rest = steps[0], steps[1:]
    if isinstance(step, int):
        return [None] * step + [_named_rows(record[step], rest)]
    return {"id": getattr(record, "id", ""), step: _named_rows(getattr(record, step), rest)}


def _compact(tree: Any, order: Any = None) -> bytes:
    try:
        return msgspec.json.encode(tree, order=order)
    except UnicodeEncodeError as error:
        raise (half_character(tree, "study.bad_text") or error) from error


# --- reading -------------------------------------------------------------------------------------


def decode_study(data: bytes, file: str) -> Study:
    """The study in a JSON text of this version.

    Raises:
        Refusal: the text is damaged, or something in it is not part of a study.
    """
    return study_from(parse(data, file), file)


def parse(data: bytes, file: str) -> Any:
    """The plain values of a JSON text: quickly if it is above suspicion, else with every question.

    Raises:
        Refusal: it is too big, cut off, not JSON, or holds what JSON readers disagree about.
    """
    tree = _parse_quickly(data)
    return json_text.parse(data, file) if tree is None else tree


def _parse_quickly(data: bytes) -> Any:
    """The values of a text that reads the same when it is written again; None: look closer.

    A key that stands twice, a number out of bounds or a strange escape does not survive writing.
    """
    if len(data) > json_text.MAX_BYTES:
        return None
    try:
        lines = msgspec.json.format(data, indent=1)
        if _is_suspicious(lines):
            return None
        tree = msgspec.json.decode(lines)
        again = msgspec.json.format(msgspec.json.encode(tree), indent=1)
    except (msgspec.DecodeError, UnicodeError, RecursionError):
        return None
    return tree if again == lines else None


def _is_suspicious(lines: bytes) -> bool:
    """Whether a text laid out one value a line is deep, or has many values or long ones."""
    if b"\n" + b" " * json_text.MAX_DEPTH in lines or lines.count(b"\n") > json_text.MAX_VALUES:
        return True
    if _LONG_NUMBER in lines.translate(_DIGITS_TO_ZERO):
        return True
    start = 0
    while start + json_text.MAX_TEXT < len(lines):
        start = lines.rfind(b"\n", start, start + json_text.MAX_TEXT) + 1
        if start == 0:
            return True
    return False


def study_from(tree: Any, file: str, *, newer: bool = False) -> Study:
    """The study in plain values; from a newer revision, fields we do not know are passed over.

    Raises:
        Refusal: something in it is not part of a study; says where, and what belongs there.
    """
    if not _looks_like_a_study(tree):
        raise Refusal("file.not_a_study", file=file)
    study = _record(tree, Study, file, newer=newer)
    problem = id_problem(study)
    if problem is not None:
        raise Refusal("file." + problem[0], file=file, **problem[1])
    return study


def _looks_like_a_study(tree: Any) -> bool:
    """Whether it is empty or shares a name with a study; an id alone everything has."""
    if not isinstance(tree, dict):
        return False
    return tree.keys() <= {"id"} or not fields(Study).keys().isdisjoint(tree.keys() - {"id"})


def decode_factors(data: bytes, file: str, *, newer: bool = False) -> tuple[EmissionFactor, ...]:
    """The factors in a JSON list.

    Raises:
        Refusal: the text is damaged, or something in it is not part of a factor.
    """
    return factors_from(parse(data, file), file, newer=newer)


def factors_from(
    tree: Any, file: str, *, newer: bool = False, name: str = "factors.json"
) -> tuple[EmissionFactor, ...]:
    """The factors in plain values; `name` is what holds the list.

    Raises:
        Refusal: something in it is not part of a factor.
    """
    if not isinstance(tree, list):
        raise Refusal("file.expected_list", file=file, path=name)
    return tuple(
        _record(row, EmissionFactor, file, newer=newer, above=(name, number))
        for number, row in enumerate(tree)
    )


def _record(
    tree: Any, record: type[Record], file: str, *, newer: bool, above: Steps = ()
) -> Record:
    try:
        fit(tree, record, newer=newer)
        return _convert(tree, record)
    except Misfit as error:
        path = place(_under(above, tree), (*above, *error.steps))
        raise Refusal(error.code, file=file, path=path, **error.params) from error


def _under(above: Steps, tree: Any) -> Any:
    for step in reversed(above):
        tree = {step: tree}
    return tree


def _convert(tree: Any, record: type[Record]) -> Record:
    try:
        return msgspec.convert(tree, record)
    except msgspec.ValidationError as error:
        raise _explained(str(error), record) from error


def _explained(message: str, record: type) -> Misfit:
    """What msgspec says, as a code of ours: what belongs in the place it names."""
    at = _AT.search(message)
    steps = tuple(name or int(number) for name, number in _STEP.findall(at.group(1) if at else ""))
    missing = _MISSING.search(message)
    if missing:
        return Misfit("file.missing_key", *steps, missing.group(1))
    shape = _shape_at(record, steps)
    if shape.kind is Kind.CHOICE and issubclass(shape.of, Enum):
        choices = ", ".join(str(member.value) for member in shape.of)
        return Misfit("file.expected_choice", *steps, choices=choices)
    return Misfit(f"file.expected_{shape.kind}", *steps)


def _shape_at(record: type, steps: Steps) -> Shape:
    shape = Shape(kind=Kind.RECORD, of=record)
    for step in steps:
        below = shape.rows if isinstance(step, int) else fields(shape.of)[step].shape
        shape = below or shape
    return shape


# --- describing ----------------------------------------------------------------------------------

HEADER: Data = {
    "$schema": {"type": "string", "description": "Where this schema lies, for editors."},
    "format_version": {"type": "integer", "description": "The version of the file format."},
    "format_revision": {"type": "integer", "description": "Its revision; counts added fields."},
}
"""What a plain study.json may say about itself beside the study."""


def schema() -> Data:
    """The JSON Schema of study.json."""
    _, parts = msgspec.json.schema_components((Study,), ref_template="#/$defs/{name}")
    for record in _all_records(Study):
        if is_row(record):
            parts[record.__name__] = _row_schema(parts[record.__name__], record)
        parts[record.__name__]["additionalProperties"] = False
    study = parts.pop("Study")
    properties = HEADER | study["properties"]
    return (
        {"$schema": "https://json-schema.org/draft/2020-12/schema"}
        | {"title": "Supplier PCF study", "description": study["description"]}
        | {"type": "object", "properties": properties, "additionalProperties": False}
        | {"$defs": dict(sorted(parts.items()))}
    )


def _row_schema(part: Data, record: type) -> Data:
    about = {key: part[key] for key in ("title", "description") if key in part}
    numbers = {f.name: {"type": "number", "default": f.default} for f in fields(record).values()}
    return about | {"type": "object", "properties": numbers}


def _all_records(record: type) -> Iterator[type]:
    """This record and every record below it; one that is used twice comes twice."""
    yield record
    for _, shape in layout(record)[1]:
        if shape.record is not None:
            yield from _all_records(shape.record)
