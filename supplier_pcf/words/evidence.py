"""The sentences on proof: documents, coverage, the register, the test of records and remarks."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    "evidence.nowhere": (
        "A document has neither a file nor a place where it lies. "
        "Attach the file of “{title}”, or say where the paper is."
    ),
    "evidence.unknown": (
        "“{name}” names a document that is not in the study. Attach it again, or take it away there."
    ),
    "evidence.missing": "A file is not in the project any more. Attach that of “{title}” again.",
    "evidence.changed": (
        "A file is not the one that was attached. Attach the right one for “{title}” again."
    ),
    "evidence.below_mark": (
        "Evidence covers {percent} % of the footprint; the verification stated asks for {mark} %. "
        "Attach what is missing under Tools, Evidence."
    ),
    "evidence.pack_type": (
        "“{name}” is of a type that is not passed on. Attach it as PDF, picture, table or text."
    ),
    "assurance.valid_until_over": (
        "The statement of the verifier was valid until {day}. Enter the new one, or that there is none."
    ),
    "assurance.program_until_over": (
        "The certificate of the PCF program ended on {day}. Enter the new one, or take the tick away."
    ),
    "assurance.program_too_long": (
        "The certificate of the PCF program runs from {start} to {end}, longer than three years. "
        "Check the days on the certificate."
    ),
    "remark.open": (
        "A remark of round {round} has no answer yet. Answer it under Tools, Evidence, Remarks."
    ),
    "remark.answered": (
        "A remark of round {round} is answered and not settled. "
        "Tick it under Tools, Evidence, Remarks once the verifier agrees."
    ),
    "remark.round": (
        "A remark stands in round {round}, and there are two rounds. Put it into the second one."
    ),
    "remark.third_round": (
        "There are two rounds of remarks, and no third: after the second the verifier decides."
    ),
    "remark.unanswered": (
        "Answer the remarks of the first round before the second begins; open: {count}."
    ),
    "drill.not_found": (
        "Records drawn for the test were not found: {count}. Look for them before the verifier asks."
    ),
    "drill.empty": "No record was drawn: say first how many records each line has.",
    "drill.counts": (
        "{count} records drawn: {found} found, {missing} not found, {open} still to be looked for."
    ),
    "drill.extended": (
        "Because one was not found, more records were drawn; lines concerned: {count}."
    ),
    "drill.failed": "A verifier would ask why records are missing; find them or correct the line.",
    "drill.passed": "Every record was found: you are ready for this part of the visit.",
    "coverage.none": "There is no figure yet that documents could prove.",
    "coverage.percent": "Documents prove {percent} % of the footprint.",
    "coverage.enough": "That is enough for an in-depth verification (95 %).",
    "coverage.materials": (
        "Attach the weighing record or invoice of “{name}” and you are at {percent} %."
    ),
    "coverage.energy_uses": "Attach the bills of “{name}” and you are at {percent} %.",
    "coverage.direct_emissions": (
        "Attach the refill records of “{name}” and you are at {percent} %."
    ),
    "coverage.outside_processes": (
        "Attach the order or invoice of “{name}” and you are at {percent} %."
    ),
    "coverage.packaging": (
        "Attach the packaging specification of “{name}” and you are at {percent} %."
    ),
    "coverage.wastes": (
        "Attach the transfer sheets or weights of “{name}” and you are at {percent} %."
    ),
    "coverage.transports": (
        "Attach the delivery notes or freight invoices of “{name}” and you are at {percent} %."
    ),
    "coverage.source": (
        "Name the source of the factor of “{name}” (publisher and document) and you are at {percent} %."
    ),
    "coverage.both": (
        "Attach a document for “{name}”, name the source of its factor, and you are at {percent} %."
    ),
    "coverage.lines_to_mark": "With {count} such lines you reach {mark} %.",
    "register.company": (
        "Company: business licence, company profile, organisation chart, papers of the environmental management system."
    ),
    "register.product": (
        "Product: drawing with name and model, weighing record of one piece, packaging specification."
    ),
    "register.process": ("Process: floor plan, flow chart, process sheets, balance of masses."),
    "register.boundary": ("Boundary: the same plan with the meters marked in it."),
    "register.controls": (
        "Controls: who checks which number, four-eyes rule, list of risks and controls."
    ),
    "register.electricity": (
        "Electricity: twelve bills, list and plan of meters, contracts, certificates with proof of cancellation."
    ),
    "register.fuels": ("Gas, fuel, heat: bills, meter readings, overview of consumption."),
    "register.materials": (
        "Materials: bill of materials, purchase ledger with invoices, goods receipts, "
        "suppliers' footprints with statements, proof of recycled content."
    ),
    "register.production": ("Production: output from the ERP system, rejects, machine hours."),
    "register.logistics": ("Logistics: delivery notes, freight invoices, distances."),
    "register.waste": (
        "Waste: contracts, transfer sheets, weights; proof where a by-product is claimed."
    ),
    "register.gases": (
        "Refrigerants and gases: refill records of the service firm, cylinder book."
    ),
    "register.model": (
        "Model: how it was calculated, table of parameters, sources of factors with name, version, "
        "region and date; the report and the inventory of this program say it."
    ),
    "register.trace": (
        "Trace of data: chart of where data comes from, list of suppliers' footprints asked for and received."
    ),
    "register.software": ("Software: who may open and change the study, backups, change log."),
    "register.screening": ("Screening: run with all flows, list of what is left out."),
    "register.notes": (
        "Three justifications: short notes on data quality, allocation and sensitivity."
    ),
}
