"""What stands around a page: the steps at the left, findings and Back/Next under it, the result at the right."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property, partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.base.sizes import SPACE, wide
from supplier_pcf.gui.pages.page import Page
from supplier_pcf.gui.window.registry import STEP_IDS, state_words, step_help, step_titles
from supplier_pcf.gui.window.running_result import RunningResult
from supplier_pcf.gui.window.step_rail import Mark, StepRail

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from supplier_pcf.app.steps import Step
    from supplier_pcf.domain.finding import Finding
    from supplier_pcf.domain.study import Study
    from supplier_pcf.gui.widgets.findings_list import FindingsList
    from supplier_pcf.gui.window.announcing import Announcer
    from supplier_pcf.gui.window.carried_bar import CarriedBar
    from supplier_pcf.gui.window.parts import Parts

_NARROW = 1040
"""Width of a window, at the usual size of text, that has no room for three columns."""
_LOW = 440
"""Height that has no room for what is next under the figure: the numbers beside the steps say it too."""
W = TypeVar("W", bound=QWidget)


class Frame(QWidget):
    """Everything of the window but its menus; it shows, the window decides."""

    step_chosen = Signal(str)
    moved = Signal(int)
    """-1 for Back, 1 for Next."""
    finished = Signal()
    place_chosen = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.step = ""
        self._found: dict[str, list[Finding]] = {}
        self._findings: FindingsList | None = None
        self._carried: CarriedBar | None = None
        _ = context.translate
        self.rail = StepRail(self._marks(), _("Steps"))
        self.rail.chosen.connect(self.step_chosen)
        self.rail.show_tips(tuple(step_help(_).values()))
        self.running = _on_base(RunningResult(context.language, _))
        self.running.chosen.connect(self.place_chosen)
        self._is_narrow = False
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._left())
        row.addLayout(self._middle(), 1)
        row.addWidget(self.running)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where text is large for the window, the figure goes under the steps and leaves its room to the page."""
        super().resizeEvent(event)
        is_narrow = event.size().width() < wide(_NARROW)
        self.whats_next.setHidden(is_narrow and event.size().height() < wide(_LOW))
        if is_narrow == self._is_narrow:
            return
        self._is_narrow = is_narrow
        if is_narrow:
            self._beside.insertWidget(1, self.running)
        else:
            self._row.addWidget(self.running)
        self.running.be_brief(self.rail.width() if is_narrow else 0)

    def show_page(self, step: str, page: Page) -> None:
        """Show this page as the one of this step."""
        self.step = step
        if self.stack.indexOf(page) < 0:
            self.stack.addWidget(page)
            page.setAccessibleName(step_titles(self.context.translate)[step])
            self._running_after(page)
        self.stack.setCurrentWidget(page)
        self.rail.show_current(step)
        position = STEP_IDS.index(step)
        self.back.setEnabled(position > 0)
        self.next.setVisible(position < len(STEP_IDS) - 1)
        self.finish.setVisible(position == len(STEP_IDS) - 1)
        if self._findings is not None:
            self._findings.show_findings(self._found.get(step, ()))
        self.context.once_painted(self._show_carried)

    def _running_after(self, page: Page) -> None:
        """Tab goes through the page before it comes to the running result."""
        last: QWidget = page
        each = self.rail.nextInFocusChain()
        while each is not None and each is not self.rail:
            if each.focusPolicy() & Qt.FocusPolicy.TabFocus and page.isAncestorOf(each):
                last = each
            each = each.nextInFocusChain()
        for part in self.running.parts:
            QWidget.setTabOrder(last, part)
            last = part

    def show_calculating(self) -> None:
        """Say that the figure of the study as it stands is still to come."""
        self.running.show_calculating()

    def show_calculated(self) -> None:
        """Show result and findings of the study as it stands."""
        from supplier_pcf.app.running import running

        context = self.context
        done = context.session.calculated
        self.running.show_result(running(done, context.language, context.translate))
        self._announcer.tell(self.running.spoken)
        self._found = _by_step(done.findings)
        marks = self._marks_of(context.study)
        self.rail.show_marks(marks)
        self.findings.show_findings(self._found.get(self.step, ()))
        self._show_carried()
        self._tell_next(marks)

    def _show_carried(self) -> None:
        """What the step holds of another year; made when a study first holds something."""
        if self._carried is None and self.context.study.stale:
            from supplier_pcf.gui.window.carried_bar import CarriedBar

            self._carried = CarriedBar(self.context)
            self._under.insertWidget(0, self._carried)
        if self._carried is not None:
            self._carried.show_step(self.step)

    def _marks(self) -> tuple[Mark, ...]:
        """What the rail says before anything is worked out."""
        _ = self.context.translate
        words = state_words("untouched", _)
        return tuple(
            Mark(id=step, number=number, title=title, state_words=words)
            for number, (step, title) in enumerate(step_titles(_).items(), start=1)
        )

    def _marks_of(self, study: Study) -> tuple[Mark, ...]:
        from supplier_pcf.app.steps import STEPS

        return tuple(
            self._mark(mark, step, study) for mark, step in zip(self._marks(), STEPS, strict=True)
        )

    def _mark(self, mark: Mark, step: Step, study: Study) -> Mark:
        from supplier_pcf.app.steps import finding_counts
        from supplier_pcf.domain.finding import Severity

        found = self._found.get(step.id, [])
        counts = finding_counts(step, found)
        state = _state(step, study, found)
        return mark._replace(
            state=state,
            state_words=state_words(state, self.context.translate),
            errors=counts[Severity.ERROR],
            warnings=counts[Severity.WARNING],
        )

    def _tell_next(self, marks: tuple[Mark, ...]) -> None:
        """What must be settled first, then what is not begun, then what looks odd."""
        _ = self.context.translate
        settle = next((mark for mark in marks if mark.errors), None)
        begin = next((mark for mark in marks[1:-2] if mark.state == "untouched"), None)
        look = next((mark for mark in marks if mark.warnings), None)
        if settle is not None:
            text = _("Next: {step}, to settle: {count}.")
            text = text.format(step=settle.title, count=settle.errors)
        elif begin is not None:
            text = _("Next: {step}.").format(step=begin.title)
        elif look is not None:
            text = _("Next: {step}, to look at: {count}.")
            text = text.format(step=look.title, count=look.warnings)
        else:
            text = _("Nothing is missing. Look at the result and deliver.")
        self.whats_next.setText(text)

    def _left(self) -> QWidget:
        left = _on_base(QWidget())
        left.setFixedWidth(self.rail.width())
        column = self._beside = QVBoxLayout(left)
        column.setContentsMargins(0, 2 * SPACE, 0, 2 * SPACE)
        column.addWidget(self.rail, 1)
        self.whats_next = QLabel()
        self.whats_next.setObjectName("whats-next")
        self.whats_next.setProperty("role", "quiet")
        self.whats_next.setWordWrap(True)
        self.whats_next.setContentsMargins(2 * SPACE, 0, SPACE, 0)
        column.addWidget(self.whats_next)
        return left

    def _middle(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 2 * SPACE)
        column.setSpacing(0)
        self.stack = QStackedWidget()
        column.addWidget(self.stack, 1)
        inner = QVBoxLayout()
        inner.setContentsMargins(3 * SPACE, SPACE, 3 * SPACE, 0)
        inner.setSpacing(SPACE)
        self._under = inner
        line = QFrame()
        line.setFrameShape(QFrame.Shape.HLine)
        line.setProperty("role", "line")
        inner.addWidget(line)
        inner.addLayout(self._steppers())
        column.addLayout(inner)
        return column

    @cached_property
    def parts(self) -> Parts:
        """The ways between the parts of the window by keyboard."""
        from supplier_pcf.gui.window.parts import Parts

        return Parts(
            self, lambda: (self.rail, self.stack.currentWidget(), self.findings, self.running)
        )

    @cached_property
    def _announcer(self) -> Announcer:
        """Made when there is first something worked out: the result can be reached from then on."""
        from supplier_pcf.gui.window.announcing import Announcer

        self.running.let_reach()
        return Announcer(self.running)

    @property
    def findings(self) -> FindingsList:
        """The findings of the page on show; made when there is first something worked out."""
        if self._findings is None:
            from supplier_pcf.gui.widgets.findings_list import FindingsList

            self._findings = FindingsList(self.context.translate, "findings", most_rows=2)
            self._findings.chosen.connect(self.place_chosen)
            self._under.insertWidget(0, self._findings)
        return self._findings

    def _steppers(self) -> QHBoxLayout:
        _ = self.context.translate
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        row.addStretch()
        self.back = _button("back", _("&Back"))
        self.next = _button("next", _("&Next"))
        self.finish = _button("finish", _("Fi&nish"))
        self.back.clicked.connect(partial(self.moved.emit, -1))
        self.next.clicked.connect(partial(self.moved.emit, 1))
        self.finish.clicked.connect(self.finished)
        for button in (self.next, self.finish):
            button.setProperty("role", "primary")
        for button in (self.back, self.next, self.finish):
            row.addWidget(button)
        return row


def _state(step: Step, study: Study, findings: Iterable[Finding]) -> str:
    """How far a step is; the first is done as soon as there is something to work on."""
    from supplier_pcf.app.steps import StepState, state_of

    if step.id == STEP_IDS[0] and any(True for _flow in study.flows()):
        return StepState.COMPLETE.value
    return state_of(step, study, findings).value


def _by_step(findings: Iterable[Finding]) -> dict[str, list[Finding]]:
    """The findings of each step, each looked at once."""
    from supplier_pcf.app.steps import step_of

    found: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        found[step_of(finding).id].append(finding)
    return found


def _button(name: str, text: str) -> QPushButton:
    button = QPushButton(text)
    button.setObjectName(name)
    return button


def _on_base(widget: W) -> W:
    widget.setBackgroundRole(QPalette.ColorRole.Base)
    widget.setAutoFillBackground(True)
    return widget
