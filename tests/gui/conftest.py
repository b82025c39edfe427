"""The window in tests: offscreen, with its own folder for user data and a fixed clock."""

import gc
import os
import sys

os.environ.setdefault("QT_QPA_PLATFORM", os.environ.get("SUPPLIER_PCF_TEST_PLATFORM", "offscreen"))

from datetime import UTC, datetime

import pytest

from supplier_pcf.app.samples import sample_study
from supplier_pcf.app.session import Session
from supplier_pcf.gui.base import theme
from supplier_pcf.gui.base.bridge import SessionBridge
from supplier_pcf.gui.base.collecting import Collector
from supplier_pcf.gui.base.context import Context

if sys.platform == "win32":

    @pytest.fixture(scope="session")
    def qapp(qapp):
        """The application with the fonts it brings: offscreen, Qt finds none on Windows."""
        theme.load_fonts()
        font = qapp.font()
        font.setFamilies(list(theme.FAMILIES))
        qapp.setFont(font)
        return qapp


@pytest.fixture
def in_own_fonts(qapp):
    """The letters that the program ships, whatever this computer has; the other tests get theirs back."""
    before, sheet, palette = qapp.font(), qapp.styleSheet(), qapp.palette()
    theme.load_fonts()
    font = qapp.font()
    font.setFamilies(list(theme.FAMILIES))
    qapp.setFont(font)
    yield
    qapp.setStyleSheet(sheet)
    qapp.setPalette(palette)
    qapp.setFont(before)


NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.fixture(scope="session")
def collector(qapp):
    """As in the program: no thread but this one takes away a widget."""
    return Collector(qapp)


@pytest.fixture(autouse=True)
def collected(collector):
    """A test that waits for nothing leaves its circles here."""
    yield
    collector.look()


@pytest.fixture(scope="session", autouse=True)
def empty_clipboard(qapp):
    """Offscreen, Qt falls over cells that are still on the clipboard when the process ends."""
    yield
    qapp.clipboard().clear()


@pytest.fixture
def alone_in_memory():
    """What other tests left behind is not looked through meanwhile."""
    gc.collect()
    gc.freeze()
    yield
    gc.unfreeze()


@pytest.fixture(autouse=True)
def own_user_data(tmp_path, monkeypatch):
    """Nothing is read from or written to the real user's folder."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("APPDATA", str(tmp_path / "data"))


@pytest.fixture
def session(tmp_path):
    """An empty session whose clock stands still."""
    return Session(tmp_path / "data", clock=lambda: NOW)


@pytest.fixture
def said():
    """The sentences the window would have shown."""
    return []


@pytest.fixture
def context(session, said, qtbot):
    """What a page gets, without a window around it."""
    bridge = SessionBridge(session)
    return Context(
        session=session, bridge=bridge, language="en", go_to=said.append, warn=said.append
    )


@pytest.fixture
def bracket(session):
    """The session with the sample bracket in it."""
    session.start(sample_study("stamped-bracket"))
    return session


@pytest.fixture
def window(session, qtbot):
    """The whole window on an empty study, shown; whatever it asks must be answered by the test."""
    from supplier_pcf.app.settings import Settings
    from supplier_pcf.gui.window.main_window import MainWindow

    window = MainWindow(session, Settings(language="en"))
    qtbot.addWidget(
        window, before_close_func=lambda w: setattr(w.filing, "may_leave", lambda: True)
    )
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.begin()
    return window
