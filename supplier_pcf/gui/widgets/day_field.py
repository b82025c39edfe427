"""A day to type in any clear writing, or to pick from a calendar."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QLocale, QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidgetAction

from supplier_pcf.app.entering import Unreadable, entered_day
from supplier_pcf.gui.base.bind import Bound, ReadField
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.base.sizes import wide

_AROUND = 8
"""Pixels between the text of a line and its ends, both together."""
_WIDTH = 104


class DayField(ReadField):
    """A day as year-month-day; what is no day stays as it was typed, with a sentence under it."""

    def __init__(self, context: Context, bound: Bound[date | None]) -> None:
        _ = context.translate
        super().__init__(context, bound)
        self.line.setPlaceholderText(f"{context.session.now().year}-01-31")
        self.button = QToolButton(self.line)
        self.button.setAutoRaise(True)
        self.button.setCursor(Qt.CursorShape.ArrowCursor)
        self.button.setArrowType(Qt.ArrowType.DownArrow)
        self.button.setObjectName(f"{bound.name}-calendar")
        self.button.setAccessibleName(_("Calendar"))
        self.button.setToolTip(_("Calendar") + " (Alt+↓)")
        self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QHBoxLayout(self.line)
        inside.setContentsMargins(0, 1, 1, 1)
        inside.addStretch()
        inside.addWidget(self.button)
        self.line.setTextMargins(0, 0, self.button.sizeHint().width(), 0)
        hint = self.line.fontMetrics().horizontalAdvance(self.line.placeholderText())
        needed = hint + self.button.sizeHint().width() + _AROUND
        self.line.setFixedWidth(max(wide(_WIDTH), needed))
        opening = QAction(self.line)
        opening.setShortcut(QKeySequence("Alt+Down"))
        opening.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        opening.triggered.connect(self.open_calendar)
        self.line.addAction(opening)
        self.button.clicked.connect(self.open_calendar)

    def setAccessibleName(self, name: str) -> None:
        """The line is what is spoken of."""
        super().setAccessibleName(name)
        self.line.setAccessibleName(name)

    def open_calendar(self) -> None:
        """A month to pick the day from, made when it is asked for."""
        from PySide6.QtWidgets import QCalendarWidget

        menu, calendar = QMenu(self), QCalendarWidget()
        calendar.setLocale(QLocale(self._context.language))
        calendar.setObjectName(f"{self.line.objectName()}-month")
        shown = self._read(self.line.text())
        if isinstance(shown, date):
            calendar.setSelectedDate(QDate(shown.year, shown.month, shown.day))
        holder = QWidgetAction(menu)
        holder.setDefaultWidget(calendar)
        menu.addAction(holder)
        menu.aboutToHide.connect(menu.deleteLater)

        def pick(chosen: QDate) -> None:
            menu.close()
            self.line.setText(date(chosen.year(), chosen.month(), chosen.day()).isoformat())
            self._send()

        calendar.clicked.connect(pick)
        calendar.activated.connect(pick)
        menu.popup(self.line.mapToGlobal(QPoint(0, self.line.height())))
        calendar.setFocus()

    def _text(self, value: date | None) -> str:
        return value.isoformat() if value else ""

    def _read(self, text: str) -> date | Unreadable | None:
        return entered_day(text)


def day(context: Context, bound: Bound[date | None]) -> DayField:
    """A field for a day, sent when it is left or Enter is pressed."""
    return DayField(context, bound)
