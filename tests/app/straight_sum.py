"""A sample added up without the program: its file, the tables of factors, and sums as on paper.

It knows only what the samples use: weights, prices, kilometres, a year shared by machine hours or mass.
"""

from __future__ import annotations

import csv
import math
from functools import cache

from supplier_pcf.paths import resources

KG = {"kg": 1.0, "g": 0.001, "t": 1000.0}


@cache
def figures():
    """kg CO2e per unit by the id of the factor, read from the tables as they ship."""
    found = {}
    for table in sorted((resources() / "factors").glob("*/factors.csv")):
        with table.open(encoding="utf-8", newline="") as stream:
            found.update({row["id"]: row["kg_co2e"] for row in csv.DictReader(stream)})
    return found


class Sum:
    """One study, as the plain data of its file."""

    def __init__(self, study):
        self.study = study
        self.own = {f["id"]: f for f in study.get("factors", ())}
        self.pieces = study["product"]["volume"]
        self.weights = {}

    def kg_co2e(self):
        """kg CO2e of one piece: every row inside the boundary, amount times figure."""
        study, parts = self.study, []
        parents = {m.get("parent_id") for m in study.get("materials", ())}
        leaves = [m for m in study.get("materials", ()) if m["id"] not in parents]
        parts += [(row, self.material(row)) for row in leaves]
        for kind in ("energy_uses", "direct_emissions", "outside_processes", "wastes"):
            parts += [(row, self.shared(row, self.entered(row))) for row in study.get(kind, ())]
        parts += [(row, self.package(row)) for row in study.get("packaging", ())]
        self.weigh()
        inside = [t for t in study.get("transports", ()) if t.get("purpose") != "outbound"]
        parts += [(row, self.tonne_kilometres(row)) for row in inside]
        return math.fsum(
            amount * self.figure(row["factor_id"])
            for row, amount in parts
            if "exclusion" not in row and not row.get("included_in")
        )

    def figure(self, factor_id):
        if factor_id not in self.own:
            return float(figures()[factor_id])
        recipe = self.own[factor_id].get("recipe")
        if recipe is None:
            return self.own[factor_id]["fossil"]
        parts = recipe["parts"]
        made = recipe.get("material_yield", 1.0)
        return math.fsum(
            self.figure(p["factor_id"]) * (p["share"] / made if "share" in p else p["amount"])
            for p in parts
        )

    def entered(self, row):
        if "meter_id" in row:
            meter = next(m for m in self.study["meters"] if m["id"] == row["meter_id"])
            return math.fsum(r["amount"] for r in meter["readings"])
        if "amount" not in row:
            return 0.0
        return row["amount"]["value"] * KG.get(row["amount"]["unit"], 1.0)

    def shared(self, row, amount):
        """Of a year's amount what belongs to one piece."""
        if row.get("basis", "per_unit") == "per_unit":
            return amount
        return amount * self.share(row.get("allocation", {}).get("basis", "all")) / self.pieces

    def share(self, basis):
        if basis == "all":
            return 1.0
        outputs = self.study["sites"][0]["outputs"]
        sizes = {
            "machine_hours": lambda o: o["machine_hours"],
            "mass": lambda o: o["units"] * o["mass_per_unit"]["value"],
        }
        ours = [o for o in outputs if o.get("is_this_product")]
        return sum(map(sizes[basis], ours)) / sum(map(sizes[basis], outputs))

    def material(self, row):
        """What goes in for one piece, less what is fed back."""
        net = self.entered(row)
        if row.get("basis") == "per_period":
            return self.shared(row, net)
        gross = row.get("gross_amount")
        if gross:
            net = gross["value"] * KG.get(gross["unit"], 1.0)
        elif not row.get("is_auxiliary"):
            net /= self.kept(row.get("enters_at"))
        return (net - row.get("returned", {"value": 0.0})["value"]) * self.pieces_of(row)

    def pieces_of(self, row):
        count = row.get("quantity_per", 1.0)
        above = next((m for m in self.study["materials"] if m["id"] == row.get("parent_id")), None)
        return count if above is None else count * self.pieces_of(above)

    def kept(self, enters_at):
        """The good part of what enters at a step: all yields and rejects from there on."""
        ids = [s["id"] for s in self.study["process_steps"]]
        later = self.study["process_steps"][ids.index(enters_at) if enters_at else 0 :]
        return math.prod(
            s.get("material_yield", 1.0) * (1 - s.get("reject_share", 0.0)) for s in later
        )

    def package(self, row):
        return self.entered(row) / row["units_per_package"] / row.get("trips", 1)

    def weigh(self):
        """kg on the road for one piece: what goes in, packages whole, waste as it falls."""
        for row in self.study.get("materials", ()):
            per = row.get("mass_per_unit", {"value": 1.0})["value"]
            self.weights[row["id"]] = self.material(row) * per
        for row in self.study.get("packaging", ()):
            self.weights[row["id"]] = self.package(row) * row.get("trips", 1)
        for row in self.study.get("wastes", ()):
            self.weights[row["id"]] = self.shared(row, self.entered(row))

    def tonne_kilometres(self, row):
        carried = row.get("carried_mass")
        mass = carried["value"] if carried else sum(self.weights[i] for i in row["carries"])
        return mass / 1000 * row["distance"]["value"]
