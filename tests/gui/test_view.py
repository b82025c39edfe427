"""The View menu: language, decimal mark and size of text change at once, and nothing is lost."""

import pytest
from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtWidgets import QApplication, QLabel

from supplier_pcf.app.samples import sample_study
from supplier_pcf.app.settings import TEXT_SIZES, Settings, read_settings, settings_file
from supplier_pcf.gui.base import theme
from supplier_pcf.gui.base.sizes import TEXT_SIZE, wide
from supplier_pcf.gui.start import QtWords
from supplier_pcf.gui.widgets.more import More
from supplier_pcf.gui.window.registry import STEP_IDS


@pytest.fixture
def sample(window):
    window.filing.begin(lambda: sample_study("stamped-bracket"))
    return window


@pytest.fixture
def usual_size(in_own_fonts):
    """Text in the program's own letters, as large as the system has it before and after."""
    app = QApplication.instance()
    yield app
    theme.write_at(app, 100)


def choose(window, name):
    window.menus.actions[name].trigger()


def test_the_decimal_mark_is_the_users_in_every_language(qtbot, sample):
    def big():
        return sample.frame.running.big.text()

    sample.frame.show_calculated()
    point = big()
    assert "." in point
    choose(sample, "decimal-comma")
    sample.frame.show_calculated()
    assert big() == point.replace(".", ",")
    assert sample.context.decimal == ","
    choose(sample, "language-de")
    choose(sample, "decimal-point")
    sample.frame.show_calculated()
    assert big() == point and sample.context.language == "de"
    choose(sample, "decimal-language")
    sample.frame.show_calculated()
    assert big() == point.replace(".", ",")


def test_sentences_and_examples_follow_the_decimal_mark(sample):
    from supplier_pcf.words import sentence

    choose(sample, "decimal-comma")
    _ = sample.context.translate
    params = {"text": "x", "rules": "R", "value": 2.5}
    assert "2,5" in sentence("rules.update", params, _)
    assert _("3.20") == "3,20"


def test_a_number_is_read_in_the_style_that_is_chosen(sample):
    from supplier_pcf.app.entering import Unreadable, entered_number

    choose(sample, "decimal-comma")
    assert entered_number("1,234", sample.context.decimal) == 1.234
    assert isinstance(entered_number("1.234", sample.context.decimal), Unreadable)


def test_what_is_chosen_is_remembered_and_ticked(sample, usual_size):
    choose(sample, "decimal-comma")
    choose(sample, "text-size-125")
    choose(sample, "language-zh_CN")
    kept = read_settings(settings_file())
    assert (kept.language, kept.decimal, kept.text_size) == ("zh_CN", ",", 125)
    for name in ("language-zh_CN", "decimal-comma", "text-size-125"):
        assert sample.menus.actions[name].isChecked()
    assert not sample.menus.actions["text-size-100"].isChecked()


def test_a_damaged_preference_counts_as_none():
    settings_file().parent.mkdir(parents=True, exist_ok=True)
    settings_file().write_text('{"decimal": ";", "text_size": 9000, "language": "de"}')
    assert read_settings(settings_file()) == Settings(language="de")


def test_text_grows_and_shrinks_with_its_keys(sample, usual_size):
    before = usual_size.font().pointSizeF()
    choose(sample, "text-larger")
    assert usual_size.font().pointSizeF() == pytest.approx(1.1 * before)
    for _time in range(9):
        choose(sample, "text-larger")
    assert usual_size.font().pointSizeF() == pytest.approx(2 * before)
    assert wide(100) == 200 and wide(100, 130) == 130
    choose(sample, "text-smaller")
    assert usual_size.property(TEXT_SIZE) == 175
    choose(sample, "text-normal")
    assert usual_size.font().pointSizeF() == pytest.approx(before)


def test_large_text_fits_in_a_small_window(sample, usual_size):
    sample.resize(1280, 720)
    choose(sample, "text-size-200")
    for step in STEP_IDS:
        sample.show_step(step)
        QApplication.processEvents()
        assert sample.minimumSizeHint().width() <= 1280, step
        assert sample.minimumSizeHint().height() <= 720, step
    assert sample.size() == QSize(1280, 720)
    assert sample.frame.stack.width() > 850
    assert sample.frame.running.isVisible()


@pytest.mark.parametrize(
    ("language", "size"),
    [*(("de", size) for size in TEXT_SIZES), ("en", 110), ("en", 200), ("zh_CN", 200)],
)
def test_no_page_is_pushed_sideways_whatever_the_size_of_text(
    qtbot, sample, usual_size, language, size
):
    """Only tables may be wider than their room; 1280 x 720, with all that unfolds unfolded."""
    choose(sample, f"language-{language}")
    choose(sample, f"text-size-{size}")
    sample.resize(1280, 720)
    for step in STEP_IDS:
        sample.show_step(step)
        page = sample.page(step)
        for more in page.findChildren(More):
            more.open()
        qtbot.wait(20)
        assert page.horizontalScrollBar().maximum() == 0, step
    assert sample.size() == QSize(1280, 720)


def test_large_text_says_what_is_next_only_where_it_has_room(sample, usual_size):
    sample.resize(1280, 720)
    assert sample.frame.whats_next.isVisible()
    choose(sample, "text-size-200")
    QApplication.processEvents()
    assert not sample.frame.whats_next.isVisible()
    assert sample.frame.running.big.isVisible()


def test_in_a_table_ctrl_and_plus_insert_a_row_as_in_excel(sample):
    sample.show_step("materials")
    larger = sample.menus.actions["text-larger"]
    assert larger.shortcutContext() is Qt.ShortcutContext.WindowShortcut
    view = sample.page("materials").materials.view
    view.setCurrentIndex(view.model().index(0, 2))
    view.setFocus()
    assert sample.menus.actions["insert-row"].isEnabled()
    assert larger.shortcutContext() is Qt.ShortcutContext.WidgetShortcut
    sample.frame.rail.setFocus()
    assert larger.shortcutContext() is Qt.ShortcutContext.WindowShortcut


def test_another_language_finds_the_page_as_it_was_left(qtbot, sample):
    sample.show_step("materials")
    page = sample.page("materials")
    page.materials.view.setCurrentIndex(page.materials.view.model().index(3, 4))
    opened = next(m for m in page.findChildren(More) if m.isVisible())
    opened.open()
    qtbot.wait(20)
    page.verticalScrollBar().setValue(120)
    name = opened.objectName()
    sample.show_step("product")
    field = sample.page("product").findChild(QLabel, "product-mass-problem").parent().line
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "half a kilo")
    choose(sample, "language-de")
    fresh = sample.page("product").findChild(QLabel, "product-mass-problem")
    assert fresh.parent().line is not field
    assert fresh.parent().line.text() == "half a kilo" and "half a kilo" in fresh.text()
    assert QApplication.focusWidget() is fresh.parent().line
    sample.show_step("materials")
    page = sample.page("materials")
    index = page.materials.view.currentIndex()
    assert (index.row(), index.column()) == (3, 4)
    assert page.findChild(More, name).button.isChecked()
    qtbot.waitUntil(lambda: page.verticalScrollBar().value() == 120)


def test_a_cell_keeps_what_it_cannot_read_in_another_language(sample):
    sample.show_step("materials")
    model = sample.page("materials").materials.model
    at = model.column_of("amount")
    model.setData(model.index(1, at), "much")
    choose(sample, "language-zh_CN")
    model = sample.page("materials").materials.model
    assert model.index(1, at).data(Qt.ItemDataRole.EditRole) == "much"
    assert "much" in model.problem(model.index(1, at))


def test_undo_goes_back_beyond_a_change_of_language(sample):
    from dataclasses import replace

    before = sample.session.study
    sample.session.edit(lambda s: replace(s, product=replace(s.product, name="X")), "Rename")
    choose(sample, "language-de")
    sample.session.undo()
    assert sample.session.study is before


@pytest.mark.parametrize(
    ("language", "words"), [("en", "Cancel"), ("de", "Abbrechen"), ("zh_CN", "取消")]
)
def test_qts_own_buttons_speak_every_language(qapp, language, words):
    spoken = QtWords(qapp)
    spoken.speak(language)
    try:
        assert QCoreApplication.translate("QPlatformTheme", "Cancel") == words
        copied = QCoreApplication.translate("QWidgetTextControl", "&Copy")
        assert (copied == "&Copy") == (language == "en")
    finally:
        spoken.speak("en")
