"""Brings the catalogues up to date with the code: `python -m tools.translations`; says what is missing.

Texts are the string literals inside `_()`, `translate()`, `N_()` and `ngettext()`, and all sentences of `words`.
"""

from __future__ import annotations

import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from supplier_pcf.i18n import LANGUAGES
from supplier_pcf.words.catalogue import SENTENCES

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "supplier_pcf"
LOCALE = ROOT / "resources" / "locale"
KEYWORDS = {"_": None, "translate": None, "N_": None, "ngettext": (1, 2)}
TRANSLATED = tuple(language for language in LANGUAGES if language != "en")


def template() -> Catalog:
    """Every text of the program, with where it stands."""
    found = Catalog(project="Supplier PCF", charset="utf-8")
    for file, _line, message, comments, context in extract_from_dir(
        PACKAGE, method_map=[("**.py", "python")], keywords=KEYWORDS
    ):
        found.add(
            message,
            locations=[("supplier_pcf/" + file.replace("\\", "/"), 0)],
            auto_comments=comments,
            context=context,
        )
    for code, sentence in SENTENCES.items():
        found.add(sentence, auto_comments=[code])
    return found


def path_of(language: str) -> Path:
    """Where the catalogue of a language lies."""
    return LOCALE / language / "LC_MESSAGES" / "supplier_pcf.po"


def read(language: str) -> Catalog:
    """The catalogue of a language; an empty one where there is none yet."""
    path = path_of(language)
    if not path.exists():
        empty = Catalog(locale=language, project="Supplier PCF", charset="utf-8", fuzzy=False)
        empty.header_comment = "# Supplier PCF, translation; updated by tools/translations.py."
        return empty
    with path.open("rb") as text:
        return read_po(text, locale=language)


def missing(catalogue: Catalog, texts: Catalog) -> list[str]:
    """The texts that have no translation here."""
    known = {message.id: message.string for message in catalogue if message.id}
    return [str(m.id) for m in texts if m.id and not _is_said(known.get(m.id))]


def _is_said(translated: object) -> bool:
    return all(translated) if isinstance(translated, tuple | list) else bool(translated)


def main() -> int:
    """Update every catalogue; returns 1 where a translation is missing."""
    texts, lacking = template(), 0
    for language in TRANSLATED:
        catalogue = read(language)
        catalogue.update(texts, no_fuzzy_matching=True, update_creation_date=False)
        catalogue.obsolete.clear()
        path = path_of(language)
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as out:
            write_po(out, catalogue, width=100, no_location=False, include_lineno=False)
        gaps = missing(catalogue, texts)
        lacking += len(gaps)
        print(f"{language}: {len(catalogue)} texts, {len(gaps)} without translation")
    return 1 if lacking else 0


if __name__ == "__main__":
    sys.exit(main())
