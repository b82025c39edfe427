"""The running result at the right: one large number, and what stands behind it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from supplier_pcf.gui.base.sizes import SPACE, wide
from supplier_pcf.gui.base.theme import colours
from supplier_pcf.gui.window.plain_paint import fill, outline

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent

    from supplier_pcf.app.running import Running, StagePart

_MOST_STAGES = 5
_LINES_WIDE = 13.6
"""Heights of a line that the narrowest wording needs, where the user has large letters."""


class StageBar(QWidget):
    """One bar of all stages; the list under it names them."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("stage-bar")
        self.setFixedHeight(14)
        self._parts: tuple[StagePart, ...] = ()

    def show_parts(self, parts: tuple[StagePart, ...]) -> None:
        """Draw these; nothing is painted where they are the same as before."""
        if parts != self._parts:
            self._parts = parts
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        found = colours(self.palette())
        fill(painter, QRectF(self.rect()), found.line)
        whole = sum(max(part.kg, 0.0) for part in self._parts)
        left = 0.0
        for part in self._parts:
            width = self.width() * max(part.kg, 0.0) / whole if whole else 0.0
            box = QRectF(left, 0, max(width - 1, 0), self.height())
            fill(painter, box, found.stages[part.stage])
            left += width


class _Chip(QWidget):
    """The colour of a stage beside its name."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(10, 10)
        self.stage = ""

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.stage:
            painter, area = QPainter(self), QRectF(self.rect())
            fill(painter, area, colours(self.palette()).stages[self.stage])


class _Part(QFrame):
    """A part of the panel that leads to where more is said: by a click, Enter or Space."""

    chosen = Signal(str)

    def __init__(self, place: str) -> None:
        super().__init__()
        self.place = place
        self.setObjectName(f"running-part-{place.rpartition('/')[2]}")
        self.setProperty("role", "part")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(2, 2, 2, 2)
        self.column.setSpacing(SPACE // 2)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.place:
            self.chosen.emit(self.place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        if event.key() in keys and self.place:
            self.chosen.emit(self.place)
        else:
            super().keyPressEvent(event)


class RunningResult(QFrame):
    """kg CO2e per declared unit, per kg, by stage; how much is counted and how much is measured."""

    chosen = Signal(str)
    """The place of what the user wants to see of it."""

    def __init__(self, language: str, translate: Callable[[str], str]) -> None:
        super().__init__()
        self._language, self._translate = language, translate
        self._facts: list[tuple[_Part, str, QLabel]] = []
        self.parts: list[QWidget] = []
        """What can be chosen, from above to below."""
        _ = translate
        self.setObjectName("running-result")
        self.setAccessibleName(_("Running result"))
        self.setFixedWidth(self._full_width())
        self._build()
        self.show_nothing()

    def _build(self) -> None:
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(2 * SPACE + 4, 3 * SPACE, 2 * SPACE + 4, 2 * SPACE)
        column.setSpacing(SPACE // 2)
        self.number = self._part(column, "result")
        self.title = self._label(self.number.column, "running-title", "quiet")
        self.big = self._label(self.number.column, "running-kg", "big")
        self.unit = self._label(self.number.column, "running-unit", "")
        self.per_kg = self._label(self.number.column, "running-per-kg", "quiet")
        self._rest = QWidget()
        column.addWidget(self._rest)
        self._put_rest(QVBoxLayout(self._rest))
        column.addStretch()
        self.note = self._label(column, "running-note", "quiet")

    def _put_rest(self, column: QVBoxLayout) -> None:
        _ = self._translate
        column.setContentsMargins(0, SPACE, 0, 0)
        column.setSpacing(SPACE // 2)
        column.addSpacing(SPACE)
        self.by_stage = self._part(column, "result/stages")
        self.bar = StageBar()
        self.by_stage.column.addWidget(self.bar)
        self.by_stage.column.addSpacing(SPACE)
        self._legend = self._grid(self.by_stage.column)
        self._rows: list[tuple[_Chip, QLabel, QLabel]] = []
        column.addSpacing(SPACE)
        self.counted = self._fact(column, "running-counted", _("Rows counted"), "result/rows")
        self.need = self._fact(column, "running-need", _("Need you"), "result/rows")
        self.primary = self._fact(
            column, "running-primary", _("Primary data share"), "result/primary"
        )

    def be_brief(self, width: int) -> None:
        """Say the figure only, smaller, in so many pixels; 0: say all in the room there usually is."""
        self._rest.setVisible(not width)
        self.big.setProperty("role", "medium" if width else "big")
        self.big.style().polish(self.big)
        above, below = (0, 0) if width else (3 * SPACE, 2 * SPACE)
        self._column.setContentsMargins(2 * SPACE + 4, above, 2 * SPACE + 4, below)
        self.setFixedWidth(width or self._full_width())

    def _full_width(self) -> int:
        """Room for the narrowest wording at the size of the user's letters."""
        return max(wide(31 * SPACE), round(_LINES_WIDE * self.fontMetrics().height()))

    @property
    def spoken(self) -> str:
        """The figure and how complete it is, as a screen reader says it."""
        figure = f"{self.title.text()}: {self.big.text()} {self.unit.text()}"
        rows = f"{self.counted.accessibleName()}: {self.counted.text()}"
        return ". ".join(filter(None, (figure, rows, self.note.text())))

    def let_reach(self) -> None:
        """Let the keyboard come here, so that the figure can be read out; later than the first picture."""
        from PySide6.QtCore import Qt

        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Its own ring inside, for around it the window ends."""
        super().paintEvent(event)
        if self.hasFocus():
            frame = QPainterPath()
            frame.addRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))
            outline(QPainter(self), frame, colours(self.palette()).accent, 2)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.setAccessibleDescription(self.spoken)

    def show_nothing(self) -> None:
        """Before anything is worked out."""
        _ = self._translate
        self._put(self.title, _("Footprint so far"))
        self._put(self.big, "–")
        self._put(self.unit, "kg CO₂e")
        self._put(self.per_kg, "")
        self._stages(())
        for label in (self.counted, self.need, self.primary):
            self._put(label, "–")
        self._lead("result/rows")
        self._put(self.note, _("Nothing is counted yet."))

    def show_calculating(self) -> None:
        """While the figures of this moment are worked out: those before them are not shown as theirs."""
        self._put(self.big, "…")
        self._put(self.note, self._translate("Calculating …"))

    def show_result(self, now: Running) -> None:
        """Show the figures of this moment."""
        from supplier_pcf.domain.numbers import percent, significant

        _ = self._translate
        if now.kg is None and not now.total:
            self.show_nothing()
            return
        complete = now.kg is not None and not now.open_rows
        self._put(self.title, _("Footprint") if complete else _("Footprint so far"))
        self._put(self.big, significant(now.kg, self._language))
        self._put(self.unit, _("kg CO₂e per {unit}").format(unit=now.unit))
        self._put(self.per_kg, self._per_kg(now))
        self._stages(now.stages)
        rows = _("{counted} of {total}").format(counted=now.counted, total=now.total)
        self._put(self.counted, rows)
        self._put(self.need, str(now.open_rows))
        self._put(self.primary, percent(now.primary_percent, self._language, 0))
        self._lead(now.first_open or "result/rows")
        self._put(self.note, "" if complete else self._incomplete(now))

    def _lead(self, first_open: str) -> None:
        """Where “Need you” leads, and what a screen reader says of each part."""
        self._facts[1][0].place = first_open
        texts = (self.title, self.big, self.unit, self.per_kg)
        self._name(self.number, " ".join(label.text() for label in texts if label.text()))
        self._name(self.by_stage, self.bar.accessibleName())
        for part, title, value in self._facts:
            self._name(part, f"{title}: {value.text()}")

    @staticmethod
    def _name(part: _Part, words: str) -> None:
        if part.accessibleName() != words:
            part.setAccessibleName(words)

    def _part(self, column: QVBoxLayout, place: str) -> _Part:
        part = _Part(place)
        part.chosen.connect(self.chosen)
        self.parts.append(part)
        column.addWidget(part)
        return part

    def _per_kg(self, now: Running) -> str:
        from supplier_pcf.domain.numbers import significant

        _ = self._translate
        if now.kg is None:
            return ""
        if now.per_kg is None:
            return _("Per kg: the mass of the product is missing.")
        amount = significant(now.per_kg, self._language)
        return _("{amount} kg CO₂e per kg of product").format(amount=amount)

    def _incomplete(self, now: Running) -> str:
        _ = self._translate
        if now.open_rows == 1:
            return _("One row is not counted yet; it is not zero.")
        return _("{count} rows are not counted yet; they are not zero.").format(count=now.open_rows)

    def _stages(self, parts: tuple[StagePart, ...]) -> None:
        self.bar.show_parts(parts)
        said = [self._stage(row, part) for row, part in enumerate(parts[:_MOST_STAGES])]
        for widgets in self._rows[len(said) :]:
            for widget in widgets:
                widget.hide()
        self.bar.setAccessibleName(", ".join(said))

    def _stage(self, row: int, part: StagePart) -> str:
        """Show one stage in its row, which is made when it is first needed; says it in words."""
        from supplier_pcf.domain.numbers import significant

        if row == len(self._rows):
            self._rows.append(self._new_row(row))
        chip, name, value = self._rows[row]
        if chip.stage != part.stage:
            chip.stage = part.stage
            chip.update()
        chip.show()
        self._put(name, part.title)
        self._put(value, significant(part.kg, self._language))
        return f"{part.title} {value.text()}"

    def _grid(self, column: QVBoxLayout) -> QGridLayout:
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        column.addWidget(inside)
        return grid

    def _new_row(self, row: int) -> tuple[_Chip, QLabel, QLabel]:
        chip, name, value = _Chip(), QLabel(), QLabel()
        name.setObjectName(f"running-stage-{row}")
        value.setObjectName(f"running-stage-kg-{row}")
        value.setAlignment(Qt.AlignmentFlag.AlignRight)
        for place, widget in enumerate((chip, name, value)):
            self._legend.addWidget(widget, row, place)
        return chip, name, value

    def _fact(self, column: QVBoxLayout, name: str, title: str, place: str) -> QLabel:
        line = QFrame()
        line.setFrameShape(QFrame.Shape.HLine)
        line.setProperty("role", "line")
        column.addWidget(line)
        part = self._part(column, place)
        part.setObjectName(f"{name}-part")
        row = QHBoxLayout()
        value = QLabel()
        value.setObjectName(name)
        value.setAccessibleName(title)
        value.setProperty("role", "strong")
        words = QLabel(title)
        words.setWordWrap(True)
        row.addWidget(words, 1)
        row.addWidget(value)
        part.column.addLayout(row)
        self._facts.append((part, title, value))
        return value

    def _label(self, column: QVBoxLayout, name: str, role: str) -> QLabel:
        label = QLabel()
        label.setObjectName(name)
        label.setWordWrap(name != "running-kg")
        if role:
            label.setProperty("role", role)
        column.addWidget(label)
        return label

    @staticmethod
    def _put(label: QLabel, text: str) -> None:
        if label.text() != text:
            label.setText(text)
        label.setVisible(bool(text))
