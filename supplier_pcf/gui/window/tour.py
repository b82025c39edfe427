"""The hints of the first start: five sentences beside what they are about; the work goes on meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from supplier_pcf.gui.base.sizes import SPACE
from supplier_pcf.gui.window.registry import STEP_IDS

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from supplier_pcf.gui.window.window_shape import Window

_WIDTH = 360


class Hint(NamedTuple):
    """One sentence or two, and what they point at."""

    step: str
    """The page that is shown with it."""
    target: str
    """Object name of the widget it stands beside."""
    title: str
    text: str
    row: int = -1
    """Of a list, the row it is about."""


def hints(window: Window) -> tuple[Hint, ...]:
    """In the order of the work; never more than five."""
    return (*_first_hints(window.context.translate), *_last_hints(window.context.translate))


def _first_hints(_: Callable[[str], str]) -> tuple[Hint, ...]:
    """The way, a field, a table."""
    return (
        Hint(
            "start",
            "step-rail",
            _("The way"),
            _("Eight steps, in any order. Each says how far it is and how much it still needs."),
        ),
        Hint(
            "product",
            "product-name",
            _("Fill in what you know"),
            _("Beside a field stands where to find the answer. Press F1 in it for more."),
        ),
        Hint(
            "materials",
            "materials-table",
            _("Tables are like Excel"),
            _(
                "Copy rows in Excel and paste them here, or read the whole file "
                "with File > Import bill of materials."
            ),
        ),
    )


def _last_hints(_: Callable[[str], str]) -> tuple[Hint, ...]:
    """The result, the last step."""
    return (
        Hint(
            "materials",
            "running-result",
            _("The result runs along"),
            _("It follows every entry and says how many rows it counts. Missing is never zero."),
        ),
        Hint(
            "start",
            "step-rail",
            _("At the end: Deliver"),
            _(
                "The last step makes the PDF and the customer's file, and shows what leaves "
                "your house. Begin with a sample: nothing can break."
            ),
            row=len(STEP_IDS) - 1,
        ),
    )


def start_tour(window: Window) -> None:
    """Show the first hint; another tour that is still open ends."""
    for old in window.findChildren(TourHint):
        old.stop()
    TourHint(window).show_hint(0)


class TourHint(QFrame):
    """A card over the window; only its own buttons act on it, the window takes entries as ever."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self.setObjectName("tour")
        self.setProperty("role", "hint")
        self.setAutoFillBackground(True)
        self.setFixedWidth(_WIDTH)
        self._window, self._hints, self.at = window, hints(window), 0
        _ = window.context.translate
        self.title, self.text, self.count = QLabel(), QLabel(), QLabel()
        self.title.setProperty("role", "strong")
        self.text.setWordWrap(True)
        self.count.setProperty("role", "quiet")
        self.later = self._button("tour-later", _("Later"))
        self.never = self._button("tour-never", _("&Don't show again"))
        self.next = self._button("tour-next", _("Ne&xt hint"))
        self.later.clicked.connect(self.stop)
        self.never.clicked.connect(self._end)
        self.next.clicked.connect(self._go_on)
        self._lay_out()
        window.installEventFilter(self)
        window.language_changed.connect(self.stop)

    def show_hint(self, at: int) -> None:
        """Show the page it is about, and stand beside what it is about."""
        hint, _ = self._hints[at], self._window.context.translate
        self.at = at
        self._window.show_step(hint.step)
        self.title.setText(hint.title)
        self.text.setText(hint.text)
        words = _("Hint {number} of {count}").format(number=at + 1, count=len(self._hints))
        self.count.setText(words)
        self.setAccessibleName(f"{words}: {hint.title}. {hint.text}")
        is_last = at == len(self._hints) - 1
        self.next.setText(_("Do&ne") if is_last else _("Ne&xt hint"))
        self.next.setAccessibleDescription(f"{hint.title}. {hint.text}")
        self.never.setVisible(not is_last)
        self.show()
        self._place()
        self.raise_()
        self.next.setFocus()

    def stop(self) -> None:
        """Away for now; the next start shows them again, unless they were seen to the end."""
        self._window.removeEventFilter(self)
        self.hide()
        self.deleteLater()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """The window changed its size."""
        if event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.stop()
        else:
            super().keyPressEvent(event)

    def _go_on(self) -> None:
        if self.at + 1 < len(self._hints):
            self.show_hint(self.at + 1)
        else:
            self._end()

    def _end(self) -> None:
        self._window.filing.remember_tour()
        self.stop()

    def _place(self) -> None:
        """Right of a rail, left of the result, under a field, over the lower part of a table."""
        hint = self._hints[self.at]
        target = self._window.findChild(QWidget, hint.target)
        self.adjustSize()
        if target is None:
            return
        around = QRect(target.mapTo(self._window, QPoint()), target.size())
        if hint.row >= 0 and isinstance(target, QListWidget):
            row = target.visualItemRect(target.item(hint.row))
            around = QRect(target.viewport().mapTo(self._window, row.topLeft()), row.size())
        room = self._window.rect().adjusted(SPACE, SPACE, -SPACE, -SPACE)
        self.move(_beside(around, self.rect(), room))

    def _button(self, name: str, words: str) -> QPushButton:
        button = QPushButton(words)
        button.setObjectName(name)
        button.setAutoDefault(True)
        return button

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE)
        buttons.addWidget(self.never)
        buttons.addStretch()
        buttons.addWidget(self.later)
        buttons.addWidget(self.next)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE)
        column.setSpacing(SPACE)
        for widget in (self.count, self.title, self.text):
            column.addWidget(widget)
        column.addLayout(buttons)


def _beside(target: QRect, card: QRect, room: QRect) -> QPoint:
    """The first place around the target where the card fits without lying on it; else inside, low."""
    gap = 2 * SPACE
    places = (
        QPoint(target.right() + gap, target.top() + gap),
        QPoint(target.left() - card.width() - gap, target.top() + gap),
        QPoint(target.left(), target.bottom() + gap),
        QPoint(target.left(), target.top() - card.height() - gap),
    )
    fitting = (place for place in places if room.contains(QRect(place, card.size())))
    inside = QPoint(target.left() + gap, target.bottom() - card.height() - gap)
    return next(fitting, inside)
