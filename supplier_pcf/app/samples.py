"""Samples: complete studies to start from; one with tables is made from them, as a user would."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from supplier_pcf.app.importing import import_bom, import_energy
from supplier_pcf.domain.finding import Refusal
from supplier_pcf.domain.study import Study
from supplier_pcf.factors.library import bundled_library
from supplier_pcf.paths import resources
from supplier_pcf.project.codec import decode_study, study_as_data, study_from

_ABOUT = "sample.toml"
_BASE = "study.json"


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

    def table(self, name: str) -> Path | None:
        """The file of one of its tables, `bom` or `energy`, if it has one."""
        file = self.about.get(name)
        return self.folder / file if file else None


def all_samples() -> tuple[Sample, ...]:
    """Every bundled sample, by id."""
    folders = sorted((resources() / "samples").iterdir())
    return tuple(_read(f) for f in folders if (f / _ABOUT).is_file())


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


def sample_study(sample_id: str) -> Study:
    """The whole study of a sample.

    Raises:
        Refusal: there is no such sample.
    """
    sample = find_sample(sample_id)
    study = base_study(sample)
    bom, energy = sample.table("bom"), sample.table("energy")
    if bom is not None:
        study = import_bom(study, bundled_library(), bom).study
    if energy is not None:
        study = import_energy(study, bundled_library(), energy).study
    return with_choices(sample, study)


def _read(folder: Path) -> Sample:
    about = tomllib.loads((folder / _ABOUT).read_text(encoding="utf-8"))
    return Sample(folder.name, about["title"], folder, about)
