"""Every code has a sentence, every sentence a code, and both agree on the values."""

import re
from pathlib import Path

from supplier_pcf import guard, project
from supplier_pcf.formats.shared import reading
from supplier_pcf.project.shape import Kind
from supplier_pcf.words.project import SENTENCES

ROOMS = (Path(project.__file__).parent, Path(guard.__file__).parent)
READERS = (*(path for room in ROOMS for path in room.glob("*.py")), Path(reading.__file__))
SOURCES = "".join(path.read_text(encoding="utf-8") for path in READERS)
COMPOSED = {f"file.expected_{kind}" for kind in Kind} | {
    f"{who}.{what}" for who in ("file", "study") for what in ("no_id", "same_id")
}


def test_every_code_has_a_sentence_and_every_sentence_a_code():
    written = set(re.findall(r'"((?:file|study|attachment)\.[a-z0-9_]+)"', SOURCES))
    assert (written - {"study.json"}) | COMPOSED == set(SENTENCES)


def test_sentences_name_the_file_or_the_place():
    for code, text in SENTENCES.items():
        fields = set(re.findall(r"{(\w+)}", text))
        assert fields & {"file", "path", "name"}, code
        assert text.endswith((".", "?")), code
