"""Samples: complete studies to start from; one with tables is made from them, as a user would."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from supplier_pcf.app.importing import import_bom, import_energy
from supplier_pcf.domain.finding import Refusal
from supplier_pcf.domain.study import Study
from supplier_pcf.factors.library import bundled_library
from supplier_pcf.i18n import LANGUAGES
from supplier_pcf.paths import resources
from supplier_pcf.project.codec import decode_study, study_as_data, study_from

_ABOUT = "sample.toml"
_BASE = "study.json"
_TEXTS = "texts"
_TEXT_FIELDS = frozenset(
    [
        "name",
        "description",
        "title",
        "note",
        "factor_reason",
        "reason",
        "source",
        "document",
        "address",
        "customer",
        "supplier",
        "process",
        "application",
        "audience",
        "boundary_text",
        "allocation_text",
        "limitations",
        "comment",
        "publisher",
    ]
)
"""The fields of a study that hold words of its author."""


@dataclass(frozen=True, slots=True)
class Sample:
    """A study to start from: what it is called, and where its files lie."""

    id: str
    title: str
    folder: Path
    about: Mapping[str, Any]

    def title_in(self, language: str) -> str:
        """What it is called in a language, in English where it has no other title."""
        return str(self.about.get(f"title_{language}") or self.title)

    @property
    def is_published(self) -> bool:
        """Whether it is somebody's published example, for comparing numbers only."""
        return bool(self.about.get("is_published"))

    def line_in(self, language: str) -> str:
        """What it is about and what one can learn from it, in one line."""
        return str(self.about.get(f"line_{language}") or self.about["line"])

    def table(self, name: str) -> Path | None:
        """The file of one of its tables, `bom` or `energy`, if it has one."""
        file = self.about.get(name)
        return self.folder / file if file else None


def all_samples() -> tuple[Sample, ...]:
    """Every bundled sample, those to overwrite first, in the order they are shown."""
    folders = sorted((resources() / "samples").iterdir())
    found = [_read(f) for f in folders if (f / _ABOUT).is_file()]
    return tuple(sorted(found, key=lambda s: (s.is_published, s.about["order"])))


def find_sample(sample_id: str) -> Sample:
    """The sample of this id.

    Raises:
        Refusal: there is none.
    """
    listed = {s.id: s for s in all_samples()}
    if sample_id not in listed:
        raise Refusal("sample.unknown", id=sample_id, known=", ".join(listed))
    return listed[sample_id]


def base_study(sample: Sample) -> Study:
    """What is known before any table is read: company, product, steps, transports."""
    return decode_study((sample.folder / _BASE).read_bytes(), _BASE)


def with_choices(sample: Sample, study: Study) -> Study:
    """The study with what a user would have chosen on each row after the tables were read."""
    data = study_as_data(study)
    choices = sample.about.get("choices", {})
    for material in data.get("materials", ()):
        material.update(choices.get("materials", {}).get(material.get("part_number", ""), {}))
    for use in data.get("energy_uses", ()):
        use.update(choices.get("energy", {}).get(use.get("carrier", "electricity"), {}))
    return study_from(data, sample.id)


def sample_study(sample_id: str, language: str = "en") -> Study:
    """The whole study of a sample, with its words in a language where they were translated.

    Raises:
        Refusal: there is no such sample, or the language is not shipped.
    """
    if language not in LANGUAGES:
        raise Refusal("language.unknown", language=language, known=", ".join(LANGUAGES))
    sample = find_sample(sample_id)
    study = base_study(sample)
    bom, energy = sample.table("bom"), sample.table("energy")
    if bom is not None:
        study = import_bom(study, bundled_library(), bom).study
    if energy is not None:
        study = import_energy(study, bundled_library(), energy).study
    return in_language(with_choices(sample, study), language)


def in_language(study: Study, language: str) -> Study:
    """The same study with the words of the samples in another language; words not known stay as they are."""
    known = texts(language)
    if not known:
        return study
    return study_from(_translated(study_as_data(study), known), study.id)


def texts(language: str) -> dict[str, str]:
    """The words of the samples in a language, by the English ones; none for English itself."""
    file = resources() / "samples" / _TEXTS / f"{language}.json"
    return dict(json.loads(file.read_text(encoding="utf-8"))) if file.is_file() else {}


def words_of(data: Any) -> Iterator[str]:
    """All words of its author in the plain data of a study, made factors included."""
    if isinstance(data, dict):
        for key, value in data.items():
            if isinstance(value, str) and key in _TEXT_FIELDS:
                yield value
            elif key != "recipe":
                yield from words_of(value)
    elif isinstance(data, list | tuple):
        for value in data:
            yield from words_of(value)


def _translated(data: Any, known: Mapping[str, str]) -> Any:
    if isinstance(data, dict):
        return {
            key: known.get(value, value)
            if isinstance(value, str) and key in _TEXT_FIELDS
            else _translated(value, known)
            for key, value in data.items()
        }
    if isinstance(data, list | tuple):
        return [_translated(value, known) for value in data]
    return data


def _read(folder: Path) -> Sample:
    about = tomllib.loads((folder / _ABOUT).read_text(encoding="utf-8"))
    return Sample(folder.name, about["title"], folder, about)
