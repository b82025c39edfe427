"""The first page: go on with a study, start from a sample, or from nothing."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QWidget

from supplier_pcf.gui.page import SPACE, Page

if TYPE_CHECKING:
    from supplier_pcf.app.samples import Sample
    from supplier_pcf.domain.study import Study


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
        self._part(_("Samples"))
        self._first_sample: QWidget | None = None
        self._samples = _grid()
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
        paths = self.context.recent()
        if not paths:
            return
        self._part(_("Recent studies"))
        grid = _grid()
        for row, path in enumerate(paths):
            button = QPushButton(_("Open"))
            button.setObjectName(f"start-recent-{row}")
            button.setAccessibleName(_("Open {name}").format(name=path.name))
            button.clicked.connect(partial(self._open, path))
            _line(grid, row, path.name, str(path.parent), button)
        self.column.addLayout(grid)

    def _list_samples(self) -> None:
        from supplier_pcf.app.samples import all_samples

        _ = self.context.translate
        for row, sample in enumerate(all_samples()):
            title = sample.title_in(self.context.language)
            button = QPushButton(_("Start from this"))
            button.setObjectName(f"start-sample-{sample.id}")
            button.setAccessibleName(_("Start from: {name}").format(name=title))
            button.clicked.connect(partial(self._start_from, sample))
            _line(self._samples, row, title, "", button)
            self._first_sample = self._first_sample or button

    def _part(self, title: str) -> None:
        label = QLabel(title)
        label.setProperty("role", "strong")
        self.column.addWidget(label)

    def _open(self, path: Path) -> None:
        self.context.open_study(path)

    def _start_from(self, sample: Sample) -> None:
        self.context.start_study(partial(_sample, sample.id))


def _blank() -> Study:
    from supplier_pcf.domain.study import Study

    return Study()


def _sample(sample_id: str) -> Study:
    from supplier_pcf.app.samples import sample_study

    return sample_study(sample_id)


def _grid() -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(2 * SPACE)
    grid.setVerticalSpacing(SPACE)
    grid.setColumnStretch(1, 1)
    return grid


def _line(grid: QGridLayout, row: int, title: str, more: str, button: QPushButton) -> None:
    """The button before what it opens, so that the way from one to the other is short."""
    button.setAutoDefault(True)
    label = QLabel(title)
    label.setWordWrap(True)
    label.setToolTip(more)
    grid.addWidget(button, row, 0)
    grid.addWidget(label, row, 1)
    if more:
        quiet = QLabel(more)
        quiet.setProperty("role", "quiet")
        grid.addWidget(quiet, row, 2)
