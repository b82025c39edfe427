"""Open, save, leave, recover: what happens to files, and what is asked before something is lost."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from supplier_pcf.gui.base.busy import busy
from supplier_pcf.i18n import translator

if TYPE_CHECKING:
    from supplier_pcf.app.aside import Run
    from supplier_pcf.app.session import Session
    from supplier_pcf.app.settings import Settings
    from supplier_pcf.domain.finding import Refusal
    from supplier_pcf.domain.study import Study

STUDY_SUFFIXES = (".spcf", ".json")


class Filing:
    """What File does, for one window; every way away from unsaved work asks first."""

    def __init__(self, parent: QWidget, session: Session, settings: Settings) -> None:
        self._parent = parent
        self.session = session
        self.settings = settings
        self.language = "en"

    def _(self, text: str) -> str:
        return translator(self.language)(text)

    @property
    def name(self) -> str:
        """The file's name, or what a study without one is called."""
        path = self.session.path
        return path.name if path else self.new_name

    @property
    def new_name(self) -> str:
        """What a study without a file is called."""
        return self._("New study")

    def recent(self) -> tuple[Path, ...]:
        """The files opened last, newest first."""
        return tuple(Path(name) for name in self.settings.recent)

    def may_leave(self) -> bool:
        """Whether nothing would be lost, or the user has said what to do with it."""
        from supplier_pcf.gui.base import ask

        if not self.session.is_dirty:
            return True
        answer = ask.whether_to_save(self._parent, self.name, self._)
        if answer is ask.Answer.YES:
            return self.save()
        return answer is ask.Answer.NO

    def blank(self) -> bool:
        """A study with nothing in it but its id."""
        from supplier_pcf.domain.study import Study

        return self.begin(Study)

    def begin(self, make: Callable[[], Study]) -> bool:
        """Begin with the study this makes; untouched, nothing of it can be lost."""
        from dataclasses import replace
        from uuid import uuid4

        from supplier_pcf.domain.finding import Refusal

        if not self.may_leave():
            return False
        try:
            with busy():
                study = replace(make(), id=str(uuid4()))
                self.session.start(study, is_new=False)
        except Refusal as refusal:
            self.say(refusal)
            return False
        return True

    def open(self, path: Path | None) -> bool:
        """Open this file, or the one the user picks."""
        from supplier_pcf.app.aside import GivenUp
        from supplier_pcf.domain.finding import Refusal
        from supplier_pcf.gui.base import ask

        if not self.may_leave():
            return False
        found = path or ask.file_to_open(self._parent, self._folder(), self._)
        if found is None:
            return False
        try:
            words = self._("Opening {file} …").format(file=found.name)
            other = self.session.open(found.absolute(), self._waiting(words))
        except GivenUp:
            return False
        except Refusal as refusal:
            self.say(refusal)
            return False
        self._remember_file(found.absolute())
        self._warn_of(found, other)
        return True

    def save(self) -> bool:
        """Write the study to its file; asks for a name where it has none."""
        from supplier_pcf.gui.base import ask

        if self.session.path is None:
            return self.save_as()
        if not self.session.is_changed_on_disk:
            return self._write(None)
        answer = ask.whether_to_save_over(self._parent, self.name, self._)
        if answer is ask.Answer.YES:
            return self.save_as()
        return answer is ask.Answer.NO and self._write(None, over_newer=True)

    def save_as(self) -> bool:
        """Write the study to a file the user names."""
        from supplier_pcf.gui.base import ask

        proposed = self.session.path or Path(self._folder()) / f"{self._proposed_name()}.spcf"
        path = ask.file_to_save(self._parent, str(proposed), self._)
        return path is not None and self._write(path.absolute())

    def offer_recovery(self) -> bool:
        """Offer work that an earlier run could not save; whether the user goes on with it."""
        from supplier_pcf.domain.finding import Refusal
        from supplier_pcf.gui.base import ask

        while copy := self.session.copy_to_recover():
            name = copy.origin.name if copy.origin else copy.study.product.name
            answer = ask.whether_to_recover(
                self._parent, name or self._("New study"), self._time(copy.saved), self._
            )
            if answer is ask.Answer.YES:
                self.session.recover(copy)
                return True
            if answer is ask.Answer.LATER:
                return False
            try:
                self.session.discard_copy(copy)
            except Refusal as refusal:
                self.say(refusal)
                return False
        self.session.tidy()
        return False

    def open_copy(self, path: Path) -> bool:
        """Go on with a dated copy as a study without a file."""
        from supplier_pcf.domain.finding import Refusal

        if not self.may_leave():
            return False
        try:
            with busy():
                self.session.open_copy(path)
        except Refusal as refusal:
            self.say(refusal)
            return False
        return True

    def remember_backing_up(self, backs_up: bool) -> None:
        """Whether a dated copy of every save is kept from now on."""
        self._remember(self.settings._replace(backs_up=backs_up))

    def remember_view(
        self, *, language: str = "", decimal: str | None = None, text_size: int = 0
    ) -> None:
        """Start with this language, decimal mark or size of text next time; the others stay."""
        old = self.settings
        self._remember(
            old._replace(
                language=language or old.language,
                decimal=old.decimal if decimal is None else decimal,
                text_size=text_size or old.text_size,
            )
        )

    def remember_tour(self) -> None:
        """The hints of the first start were seen, or are not wanted."""
        self._remember(self.settings._replace(is_toured=True))

    def say(self, refusal: Refusal) -> None:
        """Show why something did not work."""
        from supplier_pcf.gui.base import ask
        from supplier_pcf.words import sentence

        ask.tell(self._parent, sentence(refusal.code, refusal.params, self._))

    def _write(self, path: Path | None, *, over_newer: bool = False) -> bool:
        from supplier_pcf.domain.finding import Refusal

        try:
            file = (path or self.session.path or Path()).name
            words = self._("Saving {file} …").format(file=file)
            run = self._waiting(words, cancels=False)
            backs_up = self.settings.backs_up
            self.session.save(path, over_newer=over_newer, backs_up=backs_up, run=run)
        except Refusal as refusal:
            self.say(refusal)
            return False
        if self.session.path is not None:
            self._remember_file(self.session.path)
        return True

    def _waiting(self, words: str, *, cancels: bool = True) -> Run[Any]:
        """Aside, so that the window answers while a large file is read or written."""
        from supplier_pcf.gui.base.waiting import waiting

        return waiting(self._parent, words, self._, cancels=cancels)

    def _warn_of(self, path: Path, other: object) -> None:
        """Say that somebody else has the file open, or that it cannot be saved here."""
        from supplier_pcf.domain.finding import Refusal
        from supplier_pcf.gui.base import ask

        if other is not None:
            text = self._(
                "{file} is open at {who} on {computer} since {time}. If you both save, the later one wins."
            )
            ask.tell(
                self._parent,
                text.format(
                    file=path.name,
                    who=getattr(other, "user", ""),
                    computer=getattr(other, "host", ""),
                    time=self._time(getattr(other, "time", "")),
                ),
            )
        if self.session.is_read_only:
            self.say(Refusal("file.opened_read_only", file=path.name))

    def _remember_file(self, path: Path) -> None:
        self._remember(self.settings.with_recent(path))

    def _remember(self, settings: Settings) -> None:
        from supplier_pcf.app.settings import settings_file, write_settings

        self.settings = settings
        write_settings(settings_file(), self.settings)

    def _folder(self) -> str:
        recent = self.recent()
        return str(recent[0].parent if recent else Path.home())

    def _proposed_name(self) -> str:
        product = self.session.study.product
        name = product.part_number or product.name or self._("New study")
        return "".join(letter if letter.isalnum() or letter in " -_." else "-" for letter in name)

    def _time(self, utc: str) -> str:
        """A UTC time as people here write it."""
        from PySide6.QtCore import QDateTime, QLocale, Qt

        when = QDateTime.fromString(utc, Qt.DateFormat.ISODateWithMs)
        locale = QLocale(self.language)
        shown = locale.toString(when.toLocalTime(), QLocale.FormatType.ShortFormat)
        return shown if when.isValid() else utc
