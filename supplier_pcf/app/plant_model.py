"""One plant for the studies of all its products: take it over, begin with it, say what each product carries."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from uuid import uuid4

from supplier_pcf.app.documents import open_project
from supplier_pcf.domain.finding import Refusal
from supplier_pcf.domain.plant import (
    find_output,
    matching_outputs,
    new_study,
    plant_of,
    with_plant,
)
from supplier_pcf.domain.site import PlantOutput
from supplier_pcf.domain.study import Study
from supplier_pcf.engine.plant import PlantProduct, PlantTable, plant_tables
from supplier_pcf.engine.scopes import PlantScopes, plant_scopes
from supplier_pcf.factors.library import FactorLibrary
from supplier_pcf.project.attachments import Attachment, free_name
from supplier_pcf.project.file import Project
from supplier_pcf.rules import RULE_SETS, RuleSet, rule_set

__all__ = ["PlantProduct", "PlantTable"]


def tables_of(study: Study, library: FactorLibrary, as_of: date) -> tuple[PlantTable, ...]:
    """What every product of the study's plants carries, under the study's rule set."""
    return plant_tables(study, library, _rules(study), as_of)


def scopes_of(study: Study, library: FactorLibrary, as_of: date) -> tuple[PlantScopes, ...]:
    """Scope 1 and 2 of the study's plants for the reference period."""
    return plant_scopes(study, library, _rules(study), as_of)


def _rules(study: Study) -> RuleSet:
    return rule_set(study.rule_set) or RULE_SETS[0]


def outputs_of(study: Study) -> tuple[PlantOutput, ...]:
    """All products of the study's plants, in order."""
    return tuple(o for site in study.sites for o in site.outputs)


def possible_outputs(study: Study, other: Study) -> tuple[PlantOutput, ...]:
    """The products of another study's plant that this one may be: one is clear, none or more must be asked."""
    return matching_outputs(other.sites, study.product)


def plant_in(path: Path) -> Project:
    """The project whose plant is to be taken over.

    Raises:
        Refusal: it cannot be opened, or it does not say what its plant made.
    """
    project = open_project(path)
    if not outputs_of(project.study):
        raise Refusal("plant.empty", file=path.name)
    return project


def chosen_output(study: Study, other: Study, output_id: str = "") -> PlantOutput:
    """The product of the other study's plant that this study is of: as said, else by number or name.

    Raises:
        Refusal: there is no such product, or it is not clear which one it is.
    """
    outputs = "; ".join(f"{o.id}: {o.name}" for o in outputs_of(other))
    if output_id:
        found = find_output(other.sites, output_id)
        if found is None:
            raise Refusal("plant.no_output", output=output_id, outputs=outputs)
        return found
    possible = possible_outputs(study, other)
    if len(possible) != 1:
        raise Refusal("plant.which_output", outputs=outputs)
    return possible[0]


def take_over(study: Study, other: Study, output_id: str) -> Study:
    """The same study at the plant of another one; what it lacks of its product it learns from the list."""
    taken = with_plant(study, plant_of(other), output_id)
    output = find_output(other.sites, output_id)
    return taken if output is None else _told_by(taken, output, other)


def _told_by(study: Study, output: PlantOutput, other: Study) -> Study:
    """The number made is the plant's word, for shares hang on it; name, mass and price fill gaps only."""
    product = study.product
    price = output.price_per_unit if product.price is None else product.price
    told = replace(
        product,
        name=product.name or output.name,
        part_number=product.part_number or output.part_number,
        mass=product.mass if product.mass is not None else output.mass_per_unit,
        volume=output.units if output.units is not None else product.volume,
        price=price,
        currency=product.currency or (other.product.currency if price is not None else ""),
    )
    return replace(study, product=told)


def begin_with(study: Study, output_id: str) -> Study:
    """A new study of another product of this study's plant.

    Raises:
        Refusal: the plant has no such product.
    """
    output = chosen_output(study, study, output_id)
    return replace(new_study(study, output), id=str(uuid4()))


def apart(other: Project, held: Mapping[str, Attachment]) -> Project:
    """The other project with names for its documents that no other document of ours has."""
    named = dict(held)
    given: dict[str, str] = {}
    for name, found in other.attachments.items():
        known = held.get(name)
        free = name if known is None or known.sha256 == found.sha256 else free_name(name, named)
        given[name], named[free] = free, found
    if all(name == free for name, free in given.items()):
        return other
    evidence = tuple(replace(e, file=given.get(e.file, e.file)) for e in other.study.evidence)
    attachments = {
        given[name]: replace(found, name=given[name]) for name, found in other.attachments.items()
    }
    return replace(other, study=replace(other.study, evidence=evidence), attachments=attachments)


def with_proofs(project: Project, other: Project, study: Study) -> Project:
    """The project about this study, with the documents and factor copies of the other that the plant brings."""
    files = {e.file for e in plant_of(other.study).evidence if e.file}
    proofs = {name: found for name, found in other.attachments.items() if name in files}
    known = {factor.id for factor in project.factors}
    copies = tuple(f for f in other.factors if f.id not in known)
    return replace(
        project,
        study=study,
        attachments={**project.attachments, **proofs},
        factors=(*project.factors, *copies),
    )
