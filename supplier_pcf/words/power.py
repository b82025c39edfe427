"""The sentences about electricity: what a block counts as and why, what is missing, what is asked of contracts."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    "power.kind.own_technology": (
        "Is to be counted by its own way of generation, over the whole life cycle, the building of the plant included."
    ),
    "power.kind.instrument": "Is to be counted by the way of generation the contract names, over the whole life cycle.",
    "power.kind.supplier": "Is to be counted by the whole mix of the supplier.",
    "power.kind.residual": (
        "Is to be counted by the residual mix: the power of the country that nobody has claimed by contract."
    ),
    "power.kind.fossil": "Is to be counted by the fossil mix, because no residual mix is known and {rules} asks for it then.",
    "power.kind.consumption": "Is to be counted by the average mix of the country, as {rules} allows where no residual mix is known.",
    "power.kind.location": "Is to be counted by the average mix of the country, because certificates are not traded there.",
    "power.rest.residual": (
        "{share} of the power is covered by no proven contract and is to be counted by the residual mix, not by the average: "
        "the green part of the average is claimed by others."
    ),
    "power.rest.fossil": (
        "{share} of the power is covered by no proven contract and is to be counted by the fossil mix, not by the average, as "
        "long as no residual mix is known."
    ),
    "power.rest.consumption": "{share} of the power is covered by no proven contract and is to be counted by the average mix.",
    "power.rest.location": (
        "{share} of the power is to be counted by the average mix, since certificates are not traded there."
    ),
    "power.lack.certificates_kept": "Say whether certificates for this power were sold; until then it counts as power of the grid.",
    "power.lack.meter_proof": "Enter the readings of its meter, or attach the proof of the plant.",
    "power.lack.certificates": (
        "A power purchase agreement counts only with its certificates: enter their numbers or attach their cancellation."
    ),
    "power.lack.criterion": "Answer the five criteria; until all are met the power counts as power of the grid.",
    "power.lack.criterion_file": "Attach a document to each criterion.",
    "power.lack.tracked": (
        "It is not known here whether certificates are traded in this country; it is taken that they are. "
        "You can say so below."
    ),
    "power.lack.residual_mix": (
        "No residual mix is known for this place. If the authority or the association publishes one, enter it as a "
        "factor of your own and choose it below."
    ),
    "power.question.own_plant": "Is it made in an own plant or does it come by a direct line?",
    "power.question.certificates_kept": "Were no certificates sold for it?",
    "power.question.contract": "Is there a contract for it?",
    "power.question.has_certificates": "Does the agreement come with certificates?",
    "power.question.criteria": "Are all five criteria met?",
    "power.question.tracked": "Are certificates traded in this market?",
    "power.question.residual_known": "Is a residual mix known?",
    "power.criterion.carries_attributes": (
        "The contract says how the power is made (wind, sun, water) and hands these attributes over."
    ),
    "power.criterion.unique_claim": "Nobody else claims the same power.",
    "power.criterion.cancelled_for_us": "The certificates are tracked and were cancelled for us or on our behalf.",
    "power.criterion.close_in_time": "The power was made close to the time it was used, over a span that fits.",
    "power.criterion.same_market": "It comes from the country, or from the connected market, where it is used.",
    "power.stand_in.CN": (
        "Coal power and the Chinese grid stand in for the fossil mix: official figures over the life cycle, and "
        "conservative, since no fossil mix of the country can be above coal."
    ),
}
