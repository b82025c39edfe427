"""What an engineer asks of a result: each question with its answer in a sentence, and what stands behind it unfolded."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.base.sizes import SPACE
from supplier_pcf.gui.widgets.card import Card, label
from supplier_pcf.gui.widgets.cursor import put_cursor
from supplier_pcf.gui.widgets.following import Following
from supplier_pcf.gui.widgets.more import More

Translate = Callable[[str], str]
_PAUSE_MS = 200
"""Milliseconds without a change before answers that take longer are worked out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question: its words, its answer of now in a sentence, and the part that unfolds.

    The answer must be quick; `make` is called when it is first opened, and what it makes follows the study by itself.
    """

    id: str
    title: Callable[[Translate], str]
    answer: Callable[[Context], str]
    make: Callable[[Context], QWidget]
    places: tuple[str, ...] = ()
    """Beginnings of findings' places whose field is inside."""
    later: Callable[[Context], str] | None = None
    """An answer that takes longer: said a moment after the quick one, while nobody types."""
    is_said_inside: Callable[[Context], bool] = lambda _context: False
    """Whether what unfolds says the answer word for word: then it is not said twice."""


class QuestionsCard(Card):
    """All questions under each other, in the order an engineer asks them."""

    def __init__(self, context: Context, questions: tuple[Question, ...]) -> None:
        super().__init__(context.translate("What the figure tells you"), "card-questions")
        self._context, self._questions = context, questions
        self.parts: dict[str, More] = {}
        self._answers: dict[str, QLabel] = {}
        for question in questions:
            self.column.addWidget(self._row(question))
        if not questions:
            self.hide()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.refresh_later)

    def refresh(self) -> None:
        """Say the answers of now; those that take longer follow after a pause."""
        for question in self._questions:
            self._answers[question.id].setText(question.answer(self._context))
            self._say_once(question)
        self._pause.start()

    def refresh_later(self) -> None:
        """Say the answers that take longer, where somebody can see them."""
        if not self.isVisible():
            return
        for question in self._questions:
            if question.later is not None:
                self._answers[question.id].setText(question.later(self._context))
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        inside = (part.inside for part in self.parts.values())
        if any(isinstance(part, Following) and part.is_working for part in inside):
            self._pause.start()

    def focus_on(self, place: str) -> QWidget | None:
        """Unfold the part that holds this place and put the cursor there; nothing where none does."""
        for question in self._questions:
            if any(place == begin or place.startswith(f"{begin}/") for begin in question.places):
                inside = self.parts[question.id].open()
                return put_cursor(inside, place.replace("/", "-"))
        return None

    def _opened(self, question: Question) -> None:
        self._say_once(question)
        self._pause.start()

    def _say_once(self, question: Question) -> None:
        """An answer that stands in what is unfolded is not said above it."""
        is_open = self.parts[question.id].button.isChecked()
        is_twice = is_open and question.is_said_inside(self._context)
        self._answers[question.id].setVisible(not is_twice)

    def _inside(self, question: Question) -> QWidget:
        """What stands behind a question, under its answer."""
        inside = question.make(self._context)
        layout = inside.layout()
        if layout is not None:
            layout.setContentsMargins(3 * SPACE, 0, 0, SPACE)
        return inside

    def _row(self, question: Question) -> QWidget:
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, SPACE)
        column.setSpacing(SPACE // 2)
        title = question.title(self._context.translate)
        more = More(title, f"question-{question.id}", partial(self._inside, question))
        answer = label(name=f"answer-{question.id}")
        answer.setContentsMargins(3 * SPACE, 0, 0, 0)
        answer.setWordWrap(True)
        self.parts[question.id], self._answers[question.id] = more, answer
        more.say(answer)
        more.button.toggled.connect(lambda _is_open: self._opened(question))
        column.addWidget(more)
        return row
