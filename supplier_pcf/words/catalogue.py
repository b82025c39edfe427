"""All sentences in one mapping; each neighbour module holds those of one part of the house."""

from __future__ import annotations

from supplier_pcf.words import (
    app,
    catena_x,
    exchange,
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
    sharing,
    update,
)

SENTENCES: dict[str, str] = {
    **app.SENTENCES,
    **catena_x.SENTENCES,
    **exchange.SENTENCES,
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
    **sharing.SENTENCES,
    **formats.SENTENCES,
    **update.SENTENCES,
}
