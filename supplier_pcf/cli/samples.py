"""`supplier-pcf samples`: the studies one can start from."""

from __future__ import annotations

import argparse
from dataclasses import asdict

from supplier_pcf.app.proving import proofs
from supplier_pcf.app.samples import Sample, all_samples
from supplier_pcf.cli.command import DONE, REFUSED, Command, now, print_json


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--prove", action="store_true", help="compute those with a known answer and compare"
    )
    parser.add_argument("--json", action="store_true", help="as data")


def _run(call: argparse.Namespace) -> int:
    if call.prove:
        return _prove(as_data=call.json)
    found = all_samples()
    if call.json:
        print_json([_told(s) for s in found])
    else:
        for sample in found:
            print(f"{sample.id:20} {sample.title}. {sample.line_in('en')}")
    return DONE


def _told(sample: Sample) -> dict[str, str | bool]:
    return {
        "id": sample.id,
        "title": sample.title,
        "line": sample.line_in("en"),
        "is_published": sample.is_published,
    }


def _prove(*, as_data: bool) -> int:
    done = tuple(proofs("en", now().date()))
    if as_data:
        print_json([{**asdict(p), "difference": p.difference, "holds": p.holds} for p in done])
    else:
        for proof in done:
            verdict = "the same" if proof.holds else "DIFFERS"
            print(f"{proof.sample_id:20} {proof.known:.9g}  {proof.ours:.9g}  {verdict}")
    return DONE if all(proof.holds for proof in done) else REFUSED


COMMAND = Command("samples", "List the sample studies.", _arguments, _run)
