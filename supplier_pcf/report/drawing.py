"""A neutral drawing of plain shapes, painted alike by the window, the PDF and as SVG.

Lengths are points, y runs downwards, a text stands on its baseline. Colours are roles.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from supplier_pcf.domain.flows import Stage


class Role(StrEnum):
    """What a colour is for."""

    TEXT = "text"
    MUTED = "muted"
    ON_COLOUR = "on_colour"
    """Text on a bar."""
    PAPER = "paper"
    PANEL = "panel"
    LINE = "line"
    ACCENT = "accent"
    WARNING = "warning"
    WARNING_PANEL = "warning_panel"
    ERROR = "error"
    MATERIALS = "materials"
    INBOUND_TRANSPORT = "inbound_transport"
    PRODUCTION = "production"
    PACKAGING = "packaging"
    WASTE = "waste"
    OUTBOUND_TRANSPORT = "outbound_transport"
    OTHERS = "others"


Palette = Mapping[Role, str]

LIGHT: Palette = MappingProxyType(
    {
        Role.TEXT: "#1B2530",
        Role.MUTED: "#55616D",
        Role.ON_COLOUR: "#FFFFFF",
        Role.PAPER: "#FFFFFF",
        Role.PANEL: "#F0F5F3",
        Role.LINE: "#D5DBE0",
        Role.ACCENT: "#1B7A5A",
        Role.WARNING: "#8F4A00",
        Role.WARNING_PANEL: "#FDF1DF",
        Role.ERROR: "#B3261E",
        Role.MATERIALS: "#1B7A5A",
        Role.INBOUND_TRANSPORT: "#B05E00",
        Role.PRODUCTION: "#2F71A8",
        Role.PACKAGING: "#3F1D5C",
        Role.WASTE: "#475357",
        Role.OUTBOUND_TRANSPORT: "#8A4A00",
        Role.OTHERS: "#6B7783",
    }
)
DARK: Palette = MappingProxyType(
    {
        Role.TEXT: "#E8ECEF",
        Role.MUTED: "#A9B4BE",
        Role.ON_COLOUR: "#10161B",
        Role.PAPER: "#1A2026",
        Role.PANEL: "#212A2E",
        Role.LINE: "#3B4650",
        Role.ACCENT: "#4FC295",
        Role.WARNING: "#F0B060",
        Role.WARNING_PANEL: "#33291B",
        Role.ERROR: "#F28B82",
        Role.MATERIALS: "#4FC295",
        Role.INBOUND_TRANSPORT: "#E5A04A",
        Role.PRODUCTION: "#6FB1E6",
        Role.PACKAGING: "#7683EA",
        Role.WASTE: "#A3B2BE",
        Role.OUTBOUND_TRANSPORT: "#F0BE80",
        Role.OTHERS: "#7F8897",
    }
)


def stage_role(stage: Stage | None) -> Role:
    """The colour of a stage; that of the others for none."""
    return Role.OTHERS if stage is None else Role(stage.value)


class Anchor(StrEnum):
    """Which end of a text stands at its x."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rect:
    """A filled rectangle."""

    x: float
    y: float
    width: float
    height: float
    fill: Role
    radius: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A straight line."""

    x1: float
    y1: float
    x2: float
    y2: float
    stroke: Role = Role.LINE
    thickness: float = 0.6


@dataclass(frozen=True, slots=True, kw_only=True)
class Polyline:
    """An open line through points."""

    points: tuple[tuple[float, float], ...]
    stroke: Role
    thickness: float = 1.2


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """A pale band that flows from one upright edge to another, both equally high."""

    x1: float
    y1: float
    x2: float
    y2: float
    """Upper ends of the edges."""
    height: float
    fill: Role

    @property
    def middle(self) -> float:
        """Where the curves turn."""
        return (self.x1 + self.x2) / 2


BAND_STRENGTH = 0.35
"""How much of its colour a band has; text stands on it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """One line of text."""

    x: float
    y: float
    text: str
    size: float = 8.0
    role: Role = Role.TEXT
    anchor: Anchor = Anchor.START
    bold: bool = False


Shape = Rect | Line | Polyline | Band | Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """A part of the sheet that stands for a row of the table beside the drawing."""

    x: float
    y: float
    width: float
    height: float
    row: str
    """What the table knows the row by."""

    def holds(self, x: float, y: float) -> bool:
        """Whether this point is inside."""
        return 0 <= x - self.x <= self.width and 0 <= y - self.y <= self.height


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """Shapes on a sheet; `title` is what a screen reader says."""

    width: float
    height: float
    shapes: tuple[Shape, ...] = ()
    title: str = ""
    areas: tuple[Area, ...] = ()

    def row_at(self, x: float, y: float) -> str:
        """The row that this point stands for; empty where it stands for none."""
        return next((area.row for area in self.areas if area.holds(x, y)), "")
