"""The question what changed since last year: the answer from the figure noted then, the causes from its file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from supplier_pcf.app.comparing import Compared, last_year_said
from supplier_pcf.app.documents import open_project
from supplier_pcf.app.earlier import remember, remembered
from supplier_pcf.domain.finding import Refusal
from supplier_pcf.gui.base import bind
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.base.sizes import SPACE
from supplier_pcf.gui.result.comparison import ComparisonView
from supplier_pcf.gui.widgets.dialog_parts import plain_button, plain_label
from supplier_pcf.gui.widgets.questions import Question, Translate
from supplier_pcf.words import sentence


def _title(translate: Translate) -> str:
    return translate("What changed since last year?")


def answer(context: Context) -> str:
    """In one or two sentences, from what the study itself holds."""
    _ = context.translate
    said = last_year_said(context.session.calculated, context.language, _)
    return " ".join(sentence(*each, _) for each in said)


class LastYear(QWidget):
    """The causes, as soon as it is known where the forerunner's file lies."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        _ = context.translate
        self._context = context
        self._project: tuple[tuple[Path, int], Any] | None = None
        """The file as it was read, and when it was written."""
        self.setObjectName("last-year")
        self.words = plain_label("last-year-words")
        self.locate = plain_button("last-year-find", _("Show where its file is…"), self.pick)
        self.other = plain_button("last-year-other", _("Compare with any file…"), self.compare)
        self.view = ComparisonView(context, "last-year-comparison")
        buttons = QHBoxLayout()
        buttons.addWidget(self.locate)
        buttons.addWidget(self.other)
        buttons.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addWidget(self.words)
        column.addLayout(buttons)
        column.addWidget(self.view)
        self._is_old = False
        self.refresh()
        bind.follow(context, self, self._follow)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_old:
            self.refresh()

    def _follow(self) -> None:
        """What nobody sees waits until it is shown: it is worked out again from both studies."""
        self._is_old = True
        if self.isVisible():
            self.refresh()

    def refresh(self) -> None:
        """Compare the study of now with its forerunner."""
        self._is_old = False
        _ = self._context.translate
        last = self._context.study.forerunner
        self.locate.setVisible(last is not None)
        path = remembered(last.study_id) if last else None
        shown = path is not None and self._show(path)
        self.view.setVisible(shown)
        if last is None:
            text = _("File › Copy for next year begins a study that knows the one before.")
        elif shown and path is not None:
            text = _("Compared with {file}.").format(file=path.name)
        else:
            text = _("The causes are in the file of that year. Show once where it is.")
        self.words.setText(text)

    def pick(self) -> None:
        """Ask for the forerunner's file; one of another study is not taken."""
        from supplier_pcf.gui.base import ask

        _, last = self._context.translate, self._context.study.forerunner
        near = self._context.session.path
        path = ask.file_to_open(self, str(near.parent if near else Path.home()), _)
        if path is None or last is None:
            return
        try:
            found = open_project(path).study.id
        except Refusal as refusal:
            self._context.say(refusal)
            return
        if found != last.study_id:
            text = _("{file} is not the study that this one was begun from.")
            self._context.warn(text.format(file=path.name))
            return
        remember(last.study_id, path)
        self.refresh()

    def compare(self) -> None:
        """Any two files, in a window of their own."""
        self._context.show("compare-studies")

    def _show(self, path: Path) -> bool:
        """Whether the file could be read and is shown."""
        try:
            stamp = (path, path.stat().st_mtime_ns)
            if self._project is None or self._project[0] != stamp:
                self._project = (stamp, open_project(path))
        except (Refusal, OSError):
            return False
        session = self._context.session
        files = (session.path.name if session.path else "", path.name)
        today = session.now().date()
        self.view.show_compared(
            Compared(session.project, self._project[1], today, files, now=session.calculated)
        )
        return True


LAST_YEAR = Question(
    id="last-year", title=_title, answer=answer, make=LastYear, places=("result/last-year",)
)
"""What changed since last year."""
