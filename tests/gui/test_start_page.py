"""The first page: what one can begin with."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from supplier_pcf.app.samples import all_samples
from supplier_pcf.domain.study import Study
from supplier_pcf.gui.base.bridge import SessionBridge
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.pages.start import StartPage
from supplier_pcf.i18n import LANGUAGES


@pytest.fixture
def asked_for():
    return []


@pytest.fixture
def page(qtbot, context, asked_for):
    heard = context._replace(
        open_study=asked_for.append,
        start_study=lambda make: asked_for.append(make()),
        recent=lambda: (Path("/studies/a.spcf"), Path("/studies/b.spcf")),
    )
    page = StartPage(heard)
    qtbot.addWidget(page)
    return page


def click(qtbot, page, name):
    qtbot.mouseClick(page.findChild(QPushButton, name), Qt.MouseButton.LeftButton)


def test_a_blank_study_has_nothing_in_it(qtbot, page, asked_for):
    click(qtbot, page, "start-blank")
    assert asked_for == [Study()]


def test_open_asks_for_a_file(qtbot, page, asked_for):
    click(qtbot, page, "start-open")
    assert asked_for == [None]


def test_a_recent_study_is_one_click_away(qtbot, page, asked_for):
    click(qtbot, page, "start-recent-1")
    assert asked_for == [Path("/studies/b.spcf")]


def test_every_sample_can_be_started_from(qtbot, page, asked_for):
    for sample in all_samples():
        click(qtbot, page, f"start-sample-{sample.id}")
        assert any(True for _ in asked_for[-1].flows())


@pytest.mark.parametrize("language", LANGUAGES)
def test_samples_are_named_in_the_language_of_the_window(qtbot, session, language):
    bridge = SessionBridge(session)
    context = Context(session=session, bridge=bridge, language=language, go_to=str, warn=str)
    page = StartPage(context)
    qtbot.addWidget(page)
    shown = {label.text() for label in page.findChildren(QLabel)}
    assert {sample.title_in(language) for sample in all_samples()} <= shown


def test_samples_come_into_view_when_asked_for(qtbot, page):
    page.show()
    page.activateWindow()
    page.focus_on("samples")
    assert page.focusWidget().objectName() == f"start-sample-{all_samples()[0].id}"


def test_a_card_is_reached_and_pressed_by_keys(qtbot, page, asked_for):
    page.show()
    page.focus_on("samples")
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
    card = page.focusWidget()
    assert card.accessibleName() == "Aluminium die casting"
    assert "ADC12" in card.accessibleDescription()
    qtbot.keyClick(card, Qt.Key.Key_Space)
    assert asked_for[-1].id == "die-casting"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sample_speaks_the_language_of_the_window(qtbot, context, asked_for, language):
    page = StartPage(
        context._replace(language=language, start_study=lambda make: asked_for.append(make()))
    )
    qtbot.addWidget(page)
    click(qtbot, page, "start-sample-turned-part")
    names = {"en": "Cutting oil", "de": "Schneidöl", "zh_CN": "切削油"}
    assert names[language] in {m.name for m in asked_for[-1].materials}


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_samples_are_seen_without_scrolling_in_a_small_window(qtbot, context, language):
    recent = tuple(Path(f"/studies/part-{n}.spcf") for n in range(4))
    page = StartPage(context._replace(language=language, recent=lambda: recent))
    qtbot.addWidget(page)
    page.resize(820, 640)
    page.show()
    qtbot.waitUntil(page.isVisible)
    QApplication.processEvents()
    assert page.verticalScrollBar().maximum() == 0
    assert page.horizontalScrollBar().maximum() == 0
