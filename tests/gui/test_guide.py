"""The user guide: the same in three languages, and every link, picture and menu in it is there."""

import re
import sys
import tomllib
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QImage

from supplier_pcf.app.guide import PAGES, PICTURES, guide_pages
from supplier_pcf.gui.help.guide import GuideDialog
from supplier_pcf.gui.window import menus
from supplier_pcf.gui.window.registry import STEP_IDS
from supplier_pcf.i18n import LANGUAGES, translator
from supplier_pcf.paths import guide

MOST_BYTES = 6_000_000
LINK = re.compile(r"(?<!!)\[[^]]+\]\(([^)]+)\)")
PICTURE = re.compile(r"!\[([^]]+)\]\(([^)]+)\)")
MENU = re.compile(r"\*\*([^*\n]+? > [^*]+?)\*\*")
WORDS = [(language, page) for language in LANGUAGES for page in PAGES]


def text_of(language, page):
    return (guide() / language / f"{page}.md").read_text(encoding="utf-8")


def headings(text):
    """How deep each heading is, in order."""
    return [len(line) - len(line.lstrip("#")) for line in text.splitlines() if line[:1] == "#"]


def plain(words):
    """A menu's words without key and dots."""
    return re.sub(r"\(&?\w\)|&|…", "", words).strip()


@cache
def paths_of(language):
    """Every path through the menus, as a reader sees it."""
    return {
        f"{plain(menu.text)} > {plain(entry.text)}"
        for menu in menus.menus(translator(language))
        for entry in menu.entries
        if entry is not None
    }


def test_every_step_has_its_page():
    assert set(STEP_IDS) <= set(PAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_file_of_the_guide_is_left_over(language):
    names = {path.stem for path in (guide() / language).iterdir()}
    assert names == set(PAGES)
    assert {p.stem for p in (guide() / "pictures" / language).iterdir()} == set(PICTURES)


@pytest.mark.parametrize(("language", "page"), WORDS)
def test_a_page_has_the_same_parts_in_every_language(language, page):
    text = text_of(language, page)
    assert headings(text) == headings(text_of("en", page))
    assert headings(text)[0] == 1 and len(headings(text)) >= 3
    assert len(LINK.findall(text)) == len(LINK.findall(text_of("en", page)))
    assert len(MENU.findall(text)) == len(MENU.findall(text_of("en", page)))


@pytest.mark.parametrize(("language", "page"), WORDS)
def test_every_link_and_picture_is_there_and_in_its_language(language, page):
    folder, text = guide() / language, text_of(language, page)
    for target in LINK.findall(text):
        assert (folder / target).resolve().parent == folder.resolve(), target
        assert (folder / target).is_file(), target
    for words, target in PICTURE.findall(text):
        path = (folder / target).resolve()
        assert words.strip() and path.parent.name == language, target
        assert QImage(str(path)).width() >= 600, target


@pytest.mark.parametrize(("language", "page"), WORDS)
def test_every_menu_it_names_is_in_the_menus_of_its_language(language, page):
    named = [re.sub(r"\s+", " ", path) for path in MENU.findall(text_of(language, page))]
    assert [path for path in named if path not in paths_of(language)] == []


def test_the_pictures_are_light():
    pictures = list((guide() / "pictures").rglob("*.png"))
    assert len(pictures) == len(PICTURES) * len(LANGUAGES)
    assert sum(path.stat().st_size for path in pictures) < MOST_BYTES


def test_where_the_program_is_installed_the_guide_lies_among_its_resources(monkeypatch, tmp_path):
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert guide() == tmp_path / "resources" / "guide"


def test_everything_that_is_built_takes_the_guide_along():
    root = Path(__file__).parents[2]
    wheel = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["hatch"]
    taken = wheel["build"]["targets"]["wheel"]["force-include"]
    assert taken["docs/guide"] == f"{taken['resources']}/guide"
    assert "*guide()" in (root / "installer" / "app.spec").read_text(encoding="utf-8")


# The window that shows it


@pytest.fixture
def shown(qtbot, context):
    dialog = GuideDialog(context, None, "materials")
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_the_guide_opens_at_the_page_asked_for_with_its_picture(shown):
    assert shown.list.count() == len(PAGES)
    assert shown.list.currentItem().text() == "Materials"
    assert shown.text.toPlainText().startswith("Materials")
    picture = shown.text.loadResource(2, QUrl("../pictures/en/materials.png"))
    assert 300 <= picture.width() <= shown.text.viewport().width()


def test_a_link_turns_the_page_and_the_list_follows(shown):
    shown.turn_to("index")
    shown.text.setSource(shown.text.source().resolved(QUrl("energy.md")))
    assert shown.list.currentItem().text() == "Energy"
    assert shown.text.toPlainText().startswith("Energy")


@pytest.mark.parametrize(
    "target", ["https://example.com/", "file:///etc/passwd", "../../../README.md"]
)
def test_nothing_but_the_guide_is_ever_opened(shown, target):
    before = shown.text.toPlainText()
    shown.text.setSource(shown.text.source().resolved(QUrl(target)))
    assert shown.text.toPlainText() == before


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_have_their_titles(language):
    titles = [page.title for page in guide_pages(language)]
    assert len(titles) == len(PAGES) and all(titles)
