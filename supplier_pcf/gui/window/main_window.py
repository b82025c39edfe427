"""The one window: it owns the bridge, the menus and the pages, and follows the study."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import (
    QMenuBar,
    QWidget,
)

from supplier_pcf.gui.base.bridge import SessionBridge
from supplier_pcf.gui.base.calculating import SLOW_STEPS, Calculating, is_large
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.base.held_bridge import HeldBridge
from supplier_pcf.gui.base.sizes import open_at
from supplier_pcf.gui.base.worked_in import WorkedIn
from supplier_pcf.gui.pages.page import Page
from supplier_pcf.gui.window import menus
from supplier_pcf.gui.window.dropping import dropped, taking
from supplier_pcf.gui.window.filing import Filing
from supplier_pcf.gui.window.frame import Frame
from supplier_pcf.gui.window.registry import STEP_IDS, page_class, read_ahead
from supplier_pcf.gui.window.window_shape import Window
from supplier_pcf.i18n import LANGUAGES, Spoken

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QPaintEvent

    from supplier_pcf.app.session import Session
    from supplier_pcf.app.settings import Settings
    from supplier_pcf.domain.study import Study
    from supplier_pcf.gui.window.kept import Kept

_KEEP_AFTER = 700
"""Milliseconds from an edit to its recovery copy; a later edit does not put it off."""


class MainWindow(Window):
    """Everything the user sees; `painted` tells, once, that it can be seen."""

    painted = Signal()

    def __init__(self, session: Session, settings: Settings, language: str = "") -> None:
        """Speaks `language`, without one that of the settings."""
        super().__init__()
        self.setObjectName("main-window")
        self.session = session
        self.bridge = SessionBridge(session, self)
        self.filing = Filing(self, session, settings)
        self.step = STEP_IDS[0]
        self._spoken = False
        self._was_painted = False
        self._begun = False
        self._waiting: list[Callable[[], None]] = []
        self._kept: dict[str, Kept] = {}
        self._pages: dict[str, Page] = {}
        self.worked_in = WorkedIn(self)
        self.worked_in.moved.connect(self._tell_table)
        self.worked_in.dialog_met.connect(self._help_dialog)
        self._recalculation = self._timer(0, self._recalculate)
        self._calculating = Calculating(session, self)
        self._calculating.ready.connect(self._calculated)
        self._calculating.prepared.connect(self._let_page_follow)
        self._keeping = self._timer(_KEEP_AFTER, self._keep_aside)
        self.setAcceptDrops(True)
        open_at(self, 1280, 720)
        self.speak(language or settings.language or LANGUAGES[0])

    def speak(self, language: str) -> None:
        """Build everything in this language, on the step where the user is."""
        language = Spoken(language, self.filing.settings.decimal)
        if self._spoken:
            self.put_away()
        self._spoken = True
        self.filing.language = language
        self.context = Context(
            session=self.session,
            bridge=self.bridge,
            language=language,
            go_to=self.go_to,
            warn=self.warn,
            open_study=self.open_study,
            start_study=self.start_study,
            recent=self.filing.recent,
            show=self.show_dialog,
            once_painted=self._once_painted,
        )
        self.bridge.changed.connect(self._changed)
        self._held: dict[str, HeldBridge] = {}
        self._build_menu_bar()
        self.frame = Frame(self.context)
        self.frame.step_chosen.connect(self.show_step)
        self.frame.moved.connect(self.move_by)
        self.frame.place_chosen.connect(self.go_to)
        self.frame.finished.connect(self._finish)
        self.setCentralWidget(self.frame)
        self.show_step(self.step)
        if self._begun:
            self._fill_menus()
            self._tell_state()
            self._recalculation.start()
        else:
            self._tell_name(self.filing.new_name)

    def page(self, step: str) -> Page:
        """The page of a step, made when it is first asked for."""
        if step not in self._pages:
            held = HeldBridge(self.bridge, self.frame)
            held.listen(step == self.step)
            context = self.context._replace(bridge=held)
            self._held[step] = held
            self._pages[step] = page_class(step)(context, self.frame.stack)
            self._once_painted(self._pages[step].help_fields)
        return self._pages[step]

    def show_step(self, step: str, place: str | None = None) -> None:
        """Show a step's page, at a place where one is given."""
        if self._begun and step in SLOW_STEPS and is_large(self.session):
            self._calculating.prepare_to_show(self.context, step, self)
        page = self.page(step)
        for other, held in self._held.items():
            held.listen(other == step)
        self.frame.show_page(step, page)
        self.step = step
        if step in self._kept:
            self._kept.pop(step).give_back(page)
        if place is not None:
            self.page(step).go(place)

    def move_by(self, steps: int) -> None:
        """Back or on by so many steps, no further than the ends."""
        position = STEP_IDS.index(self.step) + steps
        if 0 <= position < len(STEP_IDS):
            self.show_step(STEP_IDS[position])

    def move_part(self, by: int) -> None:
        """The keyboard to the next part of the window: steps, page, findings, result."""
        self.frame.parts.move(by)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab as one reads, whenever the fields were made."""
        return self.frame.parts.tab(forward) or super().focusNextPrevChild(forward)

    def go_to(self, place: str) -> None:
        """Show the page that clears a finding, at the finding's place."""
        from supplier_pcf.app.steps import STEPS

        first = place.partition("/")[0]
        owners = (step.id for step in STEPS if first in (*step.fields, *step.places))
        self.show_step(next(owners, STEP_IDS[-1]), place)

    def warn(self, sentence: str) -> None:
        """Show one sentence."""
        from supplier_pcf.gui.base import ask

        ask.tell(self, sentence)

    def open_study(self, path: Path | None) -> None:
        """Open this file, or ask for one."""
        if self.filing.open(path):
            self._arrive()

    def start_study(self, make: Callable[[], Study]) -> None:
        """Begin with the study this makes."""
        if self.filing.begin(make):
            self._arrive()

    def open_backup(self, path: Path) -> None:
        """Go on with a dated copy as a study without a file."""
        if self.filing.open_copy(path):
            self._arrive()

    def begin(self, path: Path | None = None, *, recover: bool = True) -> None:
        """Once painted: offer lost work, open the file asked for, work out the result."""
        if not self._begun:
            self._begun = True
            self._fill_menus()
        if self.session.path is None and not self.session.study.id:
            self.filing.blank()
        self._tell_state()
        for act in self._waiting:
            act()
        self._waiting.clear()
        self._recalculation.start()
        read_ahead(self, STEP_IDS[1:])
        if recover and self.filing.offer_recovery():
            self._arrive()
        elif path is not None:
            self.open_study(path)

    def put_away(self) -> None:
        """Remember how every page is left and let them go, before all is built anew."""
        from PySide6.QtCore import QCoreApplication, QEvent

        from supplier_pcf.gui.window.kept import Kept

        self._kept |= {step: Kept(page) for step, page in self._pages.items()}
        self._pages.clear()
        self._spoken = False
        self.bridge.changed.disconnect()
        old = self.frame
        old.hide()  # not taken out of the window first: that would style every widget in it anew
        old.deleteLater()
        QCoreApplication.sendPostedEvents(old, QEvent.Type.DeferredDelete.value)

    def _arrive(self) -> None:
        """Another study is open: the first step with a question in it."""
        self._renew_start()
        self._kept.clear()
        self.show_step(STEP_IDS[1])
        self._tell_state()

    def _renew_start(self) -> None:
        """The first page lists the recent files; the next time it is shown it is made anew."""
        page = self._pages.pop(STEP_IDS[0], None)
        if page is not None:
            page.deleteLater()

    def _once_painted(self, act: Callable[[], None]) -> None:
        if self._begun:
            act()
        else:
            self._waiting.append(act)

    def _build_menu_bar(self) -> None:
        bar = QMenuBar(self)
        self.menus = menus.MenuActions(bar, menus.titles(self.context.translate))
        self.setMenuBar(bar)

    def _fill_menus(self) -> None:
        from supplier_pcf.gui.window.commands import commands
        from supplier_pcf.gui.window.view import tell_choices

        context = self.context
        self.menus.fill(menus.menus(context.translate), commands(self))
        tell_choices(self)
        self.menus.submenus["recent"].aboutToShow.connect(self._fill_recent)
        self._tell_table()

    def _timer(self, milliseconds: int, act: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(act)
        return timer

    def _changed(self, before: Study, after: Study) -> None:
        self._tell_state()
        if self._calculating.begin():
            self.frame.show_calculating()
            for step in SLOW_STEPS:
                if step in self._held and before is not after:
                    self._held[step].listen(False)
        else:
            self._recalculation.start()
        if not self._keeping.isActive():
            self._keeping.start()

    def _tell_table(self) -> None:
        """What the Edit menu offers depends on whether a table is worked in."""
        self.menus.enable_in_table(self.worked_in.wishes)

    def _help_dialog(self, dialog: QWidget) -> None:
        """Its fields say where their answers are found, as those of the pages do."""
        from supplier_pcf.gui.help.where import help_dialog

        help_dialog(dialog, self.context)

    def keep_copy(self) -> None:
        """Put unsaved work where the next start finds it."""
        self.session.keep_copy()

    def _keep_aside(self) -> None:
        self.session.keep_copy(is_aside=is_large(self.session))

    def _recalculate(self) -> None:
        if not self.session.is_calculating:
            self.frame.show_calculated()
            if not is_large(self.session):
                self._let_page_follow()

    def _calculated(self) -> None:
        """The result of a large study is there: the page on show looks again, or gets what it asks of it."""
        self._recalculate()
        if self.step in SLOW_STEPS:
            self._calculating.prepare(self.context, self.step)
        elif self.step in self._held:
            self._held[self.step].look_again(self.session.study)

    def _let_page_follow(self) -> None:
        """What the page on show asks is there: it hears what it has missed."""
        if self.step in self._held:
            self._held[self.step].listen(True)

    def _tell_state(self) -> None:
        """Title, unsaved mark, what can be undone."""
        _ = self.context.translate
        name = self.filing.name
        if self.session.is_read_only:
            name = _("{file} (read-only)").format(file=name)
        self._tell_name(name)
        self.setWindowModified(self.session.is_dirty)
        undo, redo = self.menus.actions["undo"], self.menus.actions["redo"]
        undo.setText(menus.undo_text(self.session.undo_label, _))
        redo.setText(menus.redo_text(self.session.redo_label, _))
        undo.setEnabled(self.session.undo_label is not None)
        redo.setEnabled(self.session.redo_label is not None)

    def _tell_name(self, name: str) -> None:
        self.setWindowTitle(f"{name}[*] – Supplier PCF")

    def _fill_recent(self) -> None:
        menu = self.menus.submenus["recent"]
        menu.clear()
        for path in self.filing.recent():
            action = menu.addAction(str(path).replace("&", "&&"))
            action.triggered.connect(partial(self.open_study, path))
        if menu.isEmpty():
            _ = self.context.translate
            menu.addAction(_("Nothing yet")).setEnabled(False)

    def save(self, save: Callable[[], bool]) -> None:
        """Save in one of the ways of `filing`; what is being typed counts as entered."""
        self.worked_in.leave()
        save()
        self._tell_state()

    def _finish(self) -> None:
        """The work is done: keep it, and be where the next one begins."""
        self.worked_in.leave()
        if self.filing.save():
            self._tell_state()
            self._renew_start()
            self.show_step(STEP_IDS[0])

    def show_dialog(self, name: str) -> None:
        """One of the dialogs of the menus; what is being typed counts as entered."""
        from supplier_pcf.gui.window import dialogs

        self.worked_in.leave()
        dialogs.SHOW[name](self.context, self)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self.painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.worked_in.leave()
        if not self.filing.may_leave():
            event.ignore()
            return
        self._keeping.stop()
        self._recalculation.stop()
        self._calculating.stop()
        self.session.close()
        event.accept()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = dropped(event)
        if path is not None:
            event.acceptProposedAction()
            QTimer.singleShot(0, taking(self, path))
