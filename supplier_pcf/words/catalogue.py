"""All sentences in one mapping; each neighbour module holds those of one part of the house."""

from __future__ import annotations

from supplier_pcf.words import (
    app,
    factors,
    findings,
    formats,
    importing,
    materials,
    own,
    pact,
    plants,
    power,
    project,
    quality,
    receiving,
    request,
    rules,
    search,
    update,
)

SENTENCES: dict[str, str] = {
    **app.SENTENCES,
    **factors.SENTENCES,
    **findings.SENTENCES,
    **importing.SENTENCES,
    **materials.SENTENCES,
    **own.SENTENCES,
    **pact.SENTENCES,
    **plants.SENTENCES,
    **power.SENTENCES,
    **project.SENTENCES,
    **quality.SENTENCES,
    **receiving.SENTENCES,
    **request.SENTENCES,
    **rules.SENTENCES,
    **search.SENTENCES,
    **formats.SENTENCES,
    **update.SENTENCES,
}
