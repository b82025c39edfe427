"""The first page: go on with a study, start from a sample, or from nothing."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from supplier_pcf.gui.base.sizes import SPACE
from supplier_pcf.gui.pages.page import Page

if TYPE_CHECKING:
    from supplier_pcf.app.samples import Sample
    from supplier_pcf.domain.study import Study

_MOST_RECENT = 6
"""More are in the menu; the samples shall be seen without scrolling."""
_CELLS = 3
"""Button, name and folder of a recent study."""


class StartPage(Page):
    """Recent studies, samples, a blank study, a file."""

    STEP = "start"

    def build(self) -> None:
        _ = self.context.translate
        self.heading(
            _("What do you want to work on?"),
            _(
                "Start from the sample closest to your part and overwrite it line by line. "
                "Then follow the steps on the left: the number on the right shows at once what each entry does."
            ),
        )
        self._buttons()
        self._recent()
        self._part(_("Start from a sample close to yours"))
        self._first_sample: QWidget | None = None
        self._samples = QVBoxLayout()
        self._samples.setSpacing(SPACE)
        self.column.addLayout(self._samples)
        self.column.addStretch()
        self.context.once_painted(self._list_samples)

    def focus_on(self, place: str) -> None:
        """Bring the samples into view where they are asked for."""
        if place == "samples" and self._first_sample is not None:
            self.ensureWidgetVisible(self._first_sample)
            self._first_sample.setFocus()

    def _buttons(self) -> None:
        _ = self.context.translate
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        for name, text, act in (
            ("start-open", _("&Open a study…"), lambda: self.context.open_study(None)),
            ("start-blank", _("Start b&lank"), lambda: self.context.start_study(_blank)),
        ):
            button = QPushButton(text)
            button.setObjectName(name)
            button.setAutoDefault(True)
            button.clicked.connect(act)
            row.addWidget(button)
        row.addStretch()
        self.column.addLayout(row)

    def _recent(self) -> None:
        _ = self.context.translate
        paths = self.context.recent()[:_MOST_RECENT]
        if not paths:
            return
        self._part(_("Recent studies"))
        grid = _grid()
        for row, path in enumerate(paths):
            button = QPushButton(_("Open"))
            button.setObjectName(f"start-recent-{row}")
            button.setAccessibleName(_("Open {name}").format(name=path.name))
            button.clicked.connect(partial(self._open, path))
            _line(grid, row, path, button)
        self.column.addLayout(grid)

    def _list_samples(self) -> None:
        from supplier_pcf.app.samples import all_samples
        from supplier_pcf.gui.product.sample_cards import SampleCard, sample_cards

        language, samples = self.context.language, all_samples()
        ours = [s for s in samples if not s.is_published]
        published = [s for s in samples if s.is_published]
        self._samples.addLayout(sample_cards(ours, language, 2, self._start_from))
        self._samples.addLayout(sample_cards(published, language, 1, self._start_from))
        self._first_sample = self.findChild(SampleCard)

    def _part(self, title: str) -> None:
        label = QLabel(title)
        label.setProperty("role", "strong")
        self.column.addWidget(label)

    def _open(self, path: Path) -> None:
        self.context.open_study(path)

    def _start_from(self, sample: Sample) -> None:
        self.context.start_study(partial(_sample, sample.id, self.context.language))


def _blank() -> Study:
    from supplier_pcf.domain.study import Study

    return Study()


def _sample(sample_id: str, language: str) -> Study:
    from supplier_pcf.app.samples import sample_study

    return sample_study(sample_id, language)


def _grid() -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(SPACE)
    grid.setVerticalSpacing(SPACE)
    for half in (0, 1):
        grid.setColumnStretch(half * _CELLS + 1, 1)
    return grid


def _line(grid: QGridLayout, number: int, path: Path, button: QPushButton) -> None:
    """Two studies beside each other; the button stands before what it opens, so that the way is short."""
    button.setAutoDefault(True)
    row, first = number // 2, number % 2 * _CELLS
    grid.addWidget(button, row, first)
    for cell, (text, role) in enumerate(((path.name, ""), (path.parent.name, "quiet")), first + 1):
        label = QLabel(text)
        label.setProperty("role", role)
        label.setWordWrap(cell == first + 1)
        label.setToolTip(str(path))
        grid.addWidget(label, row, cell)
