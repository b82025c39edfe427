"""Where the kg come from as a flow picture: the largest flows into their stages, the stages into the product.

Negative flows are no bands: they stand under the picture with their numbers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import fsum

from supplier_pcf.domain.flows import PCF_STAGES, Stage
from supplier_pcf.domain.numbers import percent
from supplier_pcf.engine.result import Result
from supplier_pcf.report.chart_parts import PITCH, SIZE, text_label
from supplier_pcf.report.charts import flow_key, stage_key
from supplier_pcf.report.drawing import (
    Anchor,
    Area,
    Band,
    Drawing,
    Rect,
    Role,
    Shape,
    Text,
    stage_role,
)
from supplier_pcf.report.figures import (
    ContributionRow,
    contribution_rows,
    counted_flows,
    kg_text,
    stage_rows,
)
from supplier_pcf.report.labels import Translate, stage_title

_HEIGHT = 170.0
"""Points all bands together are high."""
_POST = 7.0
"""Width of an upright where bands begin or end."""
_NAMES, _STAGES = 0.40, 0.60
"""Where the posts of flows and of stages stand, as parts of the width."""
_GAP = 4.0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Source:
    """A band from the left: one flow, or the small ones of a stage together."""

    title: str
    stage: Stage
    kg: float
    row: str = ""
    """What a table knows it by; empty for many flows as one."""


@dataclass(frozen=True, slots=True)
class _Post:
    """An upright: where it begins, how high it is."""

    y: float
    height: float


def sankey(
    result: Result, translate: Translate, language: str, *, width: float = 420, top: int = 8
) -> Drawing:
    """The `top` largest flows one by one, the others of each stage as one band."""
    _ = translate
    sources = _sources(result, top, _)
    whole = fsum(source.kg for source in sources)
    title = _("Flow of kg CO₂e")
    below = list(_below(result, language, _, width, top))
    if not whole > 0:
        return Drawing(width=width, height=PITCH * max(len(below), 1), shapes=(), title=title)
    scale = _HEIGHT / whole
    left = _posts((source.kg * scale for source in sources), PITCH)
    stages = [(row, row_kg) for row, row_kg in _stages(sources) if row_kg > 0]
    right = _posts((kg * scale for _stage, kg in stages), 2 * PITCH)
    height = max(_end(left), _end(right), _HEIGHT)
    left, right = _centred(left, height), _centred(right, height)
    product = _Post((height - _HEIGHT) / 2, _HEIGHT)
    shapes: list[Shape] = [
        *_flows(sources, left, stages, right, width),
        *_into_product(stages, right, product, width),
        *_left_labels(sources, left, width, language),
        *_stage_labels(result, stages, right, width, language, _),
    ]
    shapes += [_moved(text, height + PITCH * n) for n, text in enumerate(below, start=1)]
    return Drawing(
        width=width,
        height=height + PITCH * len(below) + (6 if below else 4),
        shapes=tuple(shapes),
        title=title,
        areas=tuple(_areas(sources, left, stages, right, width)),
    )


def _areas(
    sources: Sequence[_Source],
    left: Sequence[_Post],
    stages: Sequence[tuple[Stage, float]],
    right: Sequence[_Post],
    width: float,
) -> Iterator[Area]:
    """Each flow with its label and its post, each stage with its own."""
    rows = [(source.row, post, 0.0) for source, post in zip(sources, left, strict=True)]
    rows += [
        (stage_key(stage), post, width * _STAGES)
        for (stage, _kg), post in zip(stages, right, strict=True)
    ]
    for row, post, x in rows:
        high = max(post.height, PITCH if x == 0 else 2 * PITCH)
        y = post.y + (post.height - high) / 2
        yield Area(x=x, y=y, width=width * _NAMES + _POST - (x and _POST), height=high, row=row)


def _sources(result: Result, top: int, _: Translate) -> list[_Source]:
    """Positive flows by stage: the largest by name, what is left of a stage together."""
    rows = contribution_rows(result, top)
    named = [row for row in rows if row.flow is not None and row.kg > 0]
    shown = {(row.flow.kind, row.flow.id) for row in named if row.flow is not None}
    found: list[_Source] = []
    for stage in PCF_STAGES:
        found += [
            _Source(title=_name(row, _), stage=stage, kg=row.kg, row=flow_key(row.flow))
            for row in named
            if row.flow is not None and row.flow.stage is stage
        ]
        rest = [
            flow
            for flow in counted_flows(result)
            if flow.stage is stage and flow.kg_co2e > 0 and (flow.kind, flow.id) not in shown
        ]
        if rest:
            kg = fsum(flow.kg_co2e for flow in rest)
            text = _("{count} more").format(count=len(rest))
            one = " ".join(rest[0].name.split()) or text
            is_one = len(rest) == 1
            row = flow_key(rest[0]) if is_one else ""
            found.append(_Source(title=one if is_one else text, stage=stage, kg=kg, row=row))
    return found


def _name(row: ContributionRow, _: Translate) -> str:
    return (" ".join(row.flow.name.split()) if row.flow else "") or _("(no name)")


def _stages(sources: Sequence[_Source]) -> Iterator[tuple[Stage, float]]:
    for stage in PCF_STAGES:
        yield stage, fsum(source.kg for source in sources if source.stage is stage)


def _posts(heights: Iterable[float], pitch: float) -> list[_Post]:
    """One under the other, each with room for its label."""
    posts: list[_Post] = []
    y = 0.0
    for height in heights:
        room = max(height + _GAP, pitch)
        posts.append(_Post(y + (room - height) / 2, height))
        y += room
    return posts


def _end(posts: Sequence[_Post]) -> float:
    return max((post.y + post.height for post in posts), default=0.0) + _GAP


def _centred(posts: Sequence[_Post], height: float) -> list[_Post]:
    down = (height - _end(posts)) / 2
    return [_Post(post.y + down, post.height) for post in posts]


def _flows(
    sources: Sequence[_Source],
    left: Sequence[_Post],
    stages: Sequence[tuple[Stage, float]],
    right: Sequence[_Post],
    width: float,
) -> Iterator[Shape]:
    filled = {stage: post.y for (stage, _kg), post in zip(stages, right, strict=True)}
    for source, post in zip(sources, left, strict=True):
        role = stage_role(source.stage)
        x = width * _NAMES
        yield Rect(x=x, y=post.y, width=_POST, height=post.height, fill=role)
        yield Band(
            x1=x + _POST,
            y1=post.y,
            x2=width * _STAGES,
            y2=filled[source.stage],
            height=post.height,
            fill=role,
        )
        filled[source.stage] += post.height


def _into_product(
    stages: Sequence[tuple[Stage, float]], right: Sequence[_Post], product: _Post, width: float
) -> Iterator[Shape]:
    y = product.y
    for (stage, _kg), post in zip(stages, right, strict=True):
        x = width * _STAGES
        role = stage_role(stage)
        yield Rect(x=x, y=post.y, width=_POST, height=post.height, fill=role)
        yield Band(x1=x + _POST, y1=post.y, x2=width - _POST, y2=y, height=post.height, fill=role)
        y += post.height
    yield Rect(x=width - _POST, y=product.y, width=_POST, height=product.height, fill=Role.TEXT)


def _left_labels(
    sources: Sequence[_Source], left: Sequence[_Post], width: float, language: str
) -> Iterator[Shape]:
    room = width * _NAMES - 46
    for source, post in zip(sources, left, strict=True):
        y = post.y + post.height / 2 + 2.9
        yield text_label(source.title, 0, y, room)
        text = kg_text(source.kg, language)
        yield Text(x=width * _NAMES - 4, y=y, text=text, size=SIZE, anchor=Anchor.END)


def _stage_labels(
    result: Result,
    stages: Sequence[tuple[Stage, float]],
    right: Sequence[_Post],
    width: float,
    language: str,
    _: Translate,
) -> Iterator[Shape]:
    """The stage's name over its number; numbers are those of the bar of stages."""
    rows = {row.stage: row for row in stage_rows(result)}
    x = width * _STAGES + _POST + 4
    room = width * (1 - _STAGES) - 2 * _POST - 8
    for (stage, _kg), post in zip(stages, right, strict=True):
        y = post.y + post.height / 2
        row = rows[stage]
        yield text_label(stage_title(stage, _), x, y - 1.5, room, bold=True)
        said = f"{kg_text(row.kg, language)} kg · {percent(row.percent, language)}"
        yield text_label(said, x, y + 8.5, room)


def _below(result: Result, language: str, _: Translate, width: float, top: int) -> Iterator[Text]:
    """Flows that take something off, which no band can show: the `top` largest, the others as one."""
    flows = [flow for flow in counted_flows(result) if flow.kg_co2e < 0]
    alone = len(flows) if len(flows) <= top + 1 else top
    parts = [(" ".join(f.name.split()) or _("(no name)"), f.kg_co2e) for f in flows[:alone]]
    others = flows[alone:]
    if others:
        more = _("{count} more").format(count=len(others))
        parts.append((more, fsum(flow.kg_co2e for flow in others)))
    for name, kg in parts:
        text = _("Taken off, no band: {name}, {kg} kg CO₂e")
        yield text_label(text.format(name=name, kg=kg_text(kg, language)), 0, 0, width)


def _moved(text: Text, y: float) -> Text:
    return Text(x=text.x, y=y, text=text.text, size=text.size)
