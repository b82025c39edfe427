"""The sentences of commands: what was asked for and is not there."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    "sample.unknown": "There is no sample “{id}”. Choose one of: {known}.",
    "format.unknown": "There is no format “{id}”. Choose one of: {known}.",
    "language.unknown": "The report is not available in “{language}”. Choose one of: {known}.",
    "session.no_file": "The study has no file yet. Choose a name for it.",
    "export.onto_study": "{file} is the study itself. Choose another name for the file to write.",
}
