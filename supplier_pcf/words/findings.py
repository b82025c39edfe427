"""The sentences of what a study lacks: what is so, and what to do about it."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    "release.risen": (
        "The footprint is {percent:g} % higher than the one released on {day}; {rules} asks for a new one "
        "from {limit:g} % on. Send the customer a new file."
    ),
    "release.fallen": (
        "The footprint is {percent:g} % lower than the one released on {day}. A new file shows the customer the progress."
    ),
    "release.expired": (
        "The footprint released on {day} was valid until {until}. Bring the data up to date and send a new file."
    ),
    "study.empty": "The study has no material, energy or other row yet. Import a bill of materials or add rows.",
    "study.unknown_rule_set": "The rule set “{rule_set}” is not known here; {used} was used. Choose a rule set.",
    "product.no_name": "The product has no name. Enter it as the drawing or the customer calls it.",
    "product.no_mass": "The mass of one piece is missing. Weigh ten pieces, or take it from the drawing.",
    "product.declared_unit": (
        "The declared unit “{unit}” cannot be reached from the product counted in “{counted_in}”. "
        "Choose another unit or enter the mass of one piece."
    ),
    "product.volume_differs": (
        "The annual volume is {volume:g}, but the plants' output adds up to {made:g}. Correct one of them."
    ),
    "company.no_name": "The company has no name. Enter it as it stands on the delivery note.",
    "site.no_country": "No site has a country. Enter where the part is made; the electricity depends on it.",
    "place.unknown": (
        "“{place}”, as in “{name}”, is no place we know ({count} in all), so the place counts as not stated. Write the "
        "code of the country, such as CN or DE."
    ),
    "period.missing": "The reference period is missing. Enter its first and last day, twelve months as a rule.",
    "period.order": "The reference period ends before it begins. Correct one of the two days.",
    "period.long": "The reference period is {months} months long; {allowed} are allowed. Choose a shorter one.",
    "period.not_a_year": "The reference period is {months} months, not twelve. Say why in the comment.",
    "flow.no_amount": "“{name}” has no amount. Enter one, or leave it out with a reason.",
    "flow.no_factor": "“{name}” has no emission factor. Choose one, or leave it out with a reason.",
    "flow.unknown_factor": "“{name}” points to the factor “{factor}”, which is not in the library. Choose another.",
    "flow.unit_mismatch": (
        "“{name}” is entered in {unit}, its factor is per {factor_unit}. "
        "Choose a factor in a unit of the same kind, or enter the mass of one."
    ),
    "flow.heating_value": (
        "“{name}” is entered in {unit}, its factor is per {factor_unit}: net and gross heating value are not the same. "
        "Enter the amount on the factor's basis, or how much net one gross kWh holds, as the fuel bill states it, "
        "or choose a factor on the bill's basis."
    ),
    "flow.fuel_conversion": (
        "“{name}” is entered in {unit}, its factor is per {factor_unit}, and no table holds the heating value or "
        "density of this very fuel. Enter the one of the bill or the analysis with its source, in both units, "
        "or choose a factor in a unit of the same kind."
    ),
    "flow.reaction": (
        "The CO₂ that “{name}” sets free cannot be worked out. Enter its amount as a mass, either a carbonate or a carbon "
        "content, shares between 0 and 100 %, and choose the factor of CO₂ itself."
    ),
    "energy.conversion_unusable": (
        "The conversion “{ratio}” of “{name}” cannot be used. Enter a positive number, and units of energy, mass or "
        "volume that are of two kinds."
    ),
    "energy.net_above_gross": (
        "“{ratio}” makes the net heating value of “{name}” larger than the gross one. The two are swapped; correct it."
    ),
    "energy.conversion_no_source": (
        "The conversion “{ratio}” of “{name}” has no source. Enter the bill, the analysis or the table it is from."
    ),
    "energy.published_value": (
        "“{name}” was converted with a published value, {ratio} ({source}). "
        "If the bill states another one, enter that: it wins."
    ),
    "flow.not_a_factor": "“{factor}” of “{name}” is a figure for information, not a factor. Choose another.",
    "flow.no_volume": "“{name}” is for the whole period, but the number of good pieces made is missing. Enter it.",
    "flow.no_share": (
        "How much of “{name}” belongs to this product is not known. "
        "Enter its share, or what the basis of sharing needs for every product of the plant."
    ),
    "flow.no_declared_unit": "“{name}” cannot be brought to the declared unit. Correct the declared unit.",
    "flow.no_yield": "“{name}” passes a step that gives no good piece. Correct its yield or its reject share.",
    "flow.losses": "The losses of “{name}” are not a share between 0 and 100 %. Correct them.",
    "flow.not_a_number": "“{name}” gives a result that is too large for a number. Check its amount and unit.",
    "flow.circular": "“{name}” contains itself in the levels of the bill of materials. Correct its parent.",
    "flow.negative": "“{name}” has a negative amount. Enter it as a positive number; scrap gives no credit.",
    "flow.factor_proposed": "The factor “{factor}” of “{name}” was proposed by the import. Confirm it or choose another.",
    "flow.no_origin": "“{name}” does not say whether its amount was measured, calculated, estimated or assumed.",
    "material.recycled_share": "The recycled shares of “{name}” are not between 0 and 100 % together. Correct them.",
    "material.gross_unit": "Gross and net of “{name}” are in units of different kinds. Enter both in the same.",
    "material.gross_below_net": "“{name}” has a gross mass below its net mass. The two may be swapped.",
    "material.no_parent": "“{name}” stands under an assembly that is not in the list. It is counted once.",
    "material.closes_branch": "“{name}” has a factor of its own, so the parts below it are not counted.",
    "materials.mass_gap": (
        "The net masses of the materials add up to {parts:g} kg, the product weighs {product:g} kg. "
        "A row is missing or a mass is wrong."
    ),
    "step.yield": "The yield or the reject share of the step “{name}” is not between 0 and 100 %. Correct it.",
    "exclusion.no_reason": "“{name}” is left out without a reason. Enter why.",
    "exclusion.no_estimate": "“{name}” is left out without a figure. Estimate how much it would be.",
    "cut_off.exceeded": (
        "{percent:g} % of the footprint is left out; {rules} allows less than {limit:g} %. Take rows back in."
    ),
    "exclusion.above_limit": (
        "“{name}” is left out and would be {percent:g} % of the footprint; {rules} allows {limit:g} % for one row. "
        "Take it back in."
    ),
    "electricity.no_fossil_fallback": (
        "“{name}” is counted with an average mix without a proven contract; {rules} asks for the residual mix, or the "
        "fossil mix where none is known. Choose that factor and state the source of the power, or prove the contract."
    ),
    "electricity.no_market_fallback": (
        "“{name}” is counted with an average mix without a proven contract; {rules} asks for the residual mix where "
        "there is one. Choose that factor and state the source of the power, or prove the contract."
    ),
    "electricity.residual_known": (
        "“{name}” is counted with an average mix, though a residual mix is known for its place. {rules} takes claimed "
        "power out of the mix. Choose the residual mix, or prove a contract."
    ),
    "electricity.claim_without_proof": (
        "“{name}” is counted with “{factor}”, but its power counts as power of the grid by {rules}: the contract is "
        "not proven, or there is none. Prove the contract on the energy step, or choose the mix the rules ask for."
    ),
    "electricity.contract_not_used": (
        "The contract of “{name}” is proven, but it is counted with the mix “{factor}”. {rules} asks for the factor "
        "of the power in the contract. Choose that factor."
    ),
    "electricity.criterion_not_met": (
        "Criteria of the contract of “{name}” that are answered with no: {count}. Its power counts as power of the grid."
    ),
    "electricity.criteria_open": (
        "Of the five criteria of the contract of “{name}” open: {count}. Until all are answered with yes, its power "
        "counts as power of the grid. Answer them on the energy step."
    ),
    "electricity.ppa_without_certificates": (
        "“{name}” is a power purchase agreement without certificates. It counts only with them: enter their numbers, "
        "or attach the proof that they were cancelled for you."
    ),
    "electricity.criterion_without_file": (
        "Criteria of the contract of “{name}” that are ticked without a document: {count}. Attach a file to each, "
        "a verifier asks for them."
    ),
    "electricity.certificates_sold_open": (
        "It is not said whether certificates for the own power “{name}” were sold. Until then it counts as power of "
        "the grid. Answer it on the energy step."
    ),
    "electricity.own_power_not_metered": (
        "The own power “{name}” has neither meter readings nor a document. Enter the readings of its meter, or attach "
        "the proof of the plant."
    ),
    "electricity.other_market": (
        "The factor of “{name}” is of {place}, the plant is in {site}. Certificates count only in the market where the "
        "power is used. Choose a certificate and a factor of that market."
    ),
    "electricity.bad_part_of": (
        "“{name}” is entered as a part of a supply that is not there, is no electricity or is a part itself. It is "
        "counted on its own. Choose the supply it belongs to."
    ),
    "electricity.blocks_exceed_meter": (
        "The parts of “{name}” add up to {taken:g} {unit}, its meter says {metered:g} {unit}. The rest counts as zero. "
        "Correct the parts or the meter."
    ),
    "electricity.exported_more": (
        "More of the own power “{name}” was fed into the grid than was made. It counts as zero. Correct one of the two."
    ),
    "electricity.losses_twice": (
        "The factor of “{name}” holds the losses of the grid already. The losses entered beside it are not counted; "
        "take them out."
    ),
    "electricity.part_twice": (
        "“{factor}” is added to the factor of “{name}”, which holds it already. It is not counted; take it out."
    ),
    "electricity.losses_in_grid_part": (
        "“{name}” has losses and a factor of the grid. Make sure that the factor of the grid holds no losses, or take "
        "one of the two out."
    ),
    "electricity.no_location_mix": (
        "No average mix is known for the place of “{name}”, so the location-based result cannot be told. Enter the "
        "country of the plant, or choose the average mix on the energy step."
    ),
    "result.mass_balance": (
        "{inputs:g} kg go in and {outputs:g} kg are accounted for, a difference of {percent:g} %. "
        "Scrap or waste may be missing, or a net mass stands where the gross mass belongs."
    ),
    "transport.far": "The leg “{name}” is {km} km long, more than half around the earth. Check the distance.",
    "transport.no_payer": "Who pays the outbound leg “{name}” is not said. It is reported only if you do.",
    "transport.distance": "The leg “{name}” has no length. Enter its distance in km, or remove the leg.",
    "transport.carried_mass": "What the leg “{name}” carries weighs nothing. Enter its mass, or tick what travels.",
    "transport.adjustment": (
        "The distance of the leg “{name}” is multiplied by {times}. A way that is driven is never shorter than the "
        "shortest one: enter 1 or more."
    ),
    "transport.fuel": "The fuel of the leg “{name}” is zero or less. Enter what was filled up, or litres per kilometre.",
    "transport.empty_share": (
        "The kilometres driven empty on the leg “{name}” are not between 0 and 100 % of the loaded ones. Correct them."
    ),
    "transport.load": (
        "All that the vehicle carried on the leg “{name}” weighs nothing, so its fuel cannot be shared. Enter the whole load."
    ),
    "transport.no_load": (
        "All the fuel of the leg “{name}” counts for one piece, for the load of the vehicle is missing. "
        "Enter how much it carried in all."
    ),
    "transport.load_below_carried": (
        "On the leg “{name}” the vehicle carried {load} t in all, but {carried} t of it are yours. Correct one of them."
    ),
    "transport.empty_twice": (
        "“{factor}” contains empty running already, and the leg “{name}” adds kilometres driven empty. "
        "Enter 0 % driven empty, or choose a factor without it."
    ),
    "transport.empty_inside": (
        "“{factor}” of the leg “{name}” contains empty running already, so the share driven empty is not added again."
    ),
    "transport.empty_not_counted": (
        "“{factor}” of the leg “{name}” is for loaded kilometres only, and the share driven empty counts only with litres "
        "per kilometre. Enter them, or choose a factor with empty running."
    ),
    "transport.empty_unknown": (
        "Whether “{factor}” of the leg “{name}” contains empty running is not stated, so the share driven empty is not "
        "added. Read the factor's note, or enter litres per kilometre instead."
    ),
    "transport.great_circle": (
        "The {distance} of the leg “{name}” are as the crow flies; every route is longer. Enter the route driven, or by how "
        "much a route is longer than the straight line."
    ),
    "transport.adjusted_actual": (
        "The distance of the leg “{name}” is the route driven and is multiplied by {times} besides. Enter 1, or say that "
        "the distance is the shortest one."
    ),
    "transport.other_purpose": (
        "The leg “{name}” carries “{cargo}”, which belongs to another stage. Change what the leg is for, or give it its own leg."
    ),
    "waste.carbon_share": "The fossil carbon of “{name}” is not between 0 and 100 % of its mass. Correct it.",
    "waste.carbon_unused": (
        "The fossil carbon of “{name}” is stated, but counts only where the waste is burnt. Check the treatment."
    ),
    "waste.carbon_inside": (
        "“{factor}” covers the burning of “{name}”, so the CO₂ of the stated carbon is not added again."
    ),
    "waste.carbon_added": (
        "“{factor}” of “{name}” covers collecting only. The {carbon} kg of fossil carbon that are burnt were added: "
        "times 44/12 are {co2} kg CO₂."
    ),
    "waste.credit": (
        "“{factor}” of “{name}” is negative: a credit for recovered heat or material is inside. "
        "Choose a factor of the treatment alone."
    ),
    "packaging.content": (
        "“{name}” cannot be shared. Enter how many pieces are in one package, and for a returnable one how many trips it makes."
    ),
    "packaging.carbon_share": "The carbon of “{name}” is not between 0 and 100 % of its mass. Correct it.",
    "packaging.twice": (
        "“{factor}” of “{name}” contains its packaging. Do not enter that packaging once more; if what you entered is "
        "only what your product leaves in, say so as the factor's reason."
    ),
    "packaging.inside_factor": (
        "Packaging is left out, but “{factor}” of “{name}” contains its packaging. Count the packaging, or ask for a figure "
        "without it; if it is negligible, say so as the factor's reason."
    ),
    "factor.heating_value": (
        "The factor “{factor}” stands on another heating value (net or gross) than “{name}”. "
        "Choose the one on the basis of the bill."
    ),
    "factor.unit_mismatch": "The factor “{factor}” does not fit the unit of “{name}”. Choose another.",
    "factor.spend_only": "“{factor}” of “{name}” is per money: good for screening only. Replace it by an amount.",
    "factor.co2_only_fuel": (
        "“{factor}” of “{name}” holds the CO₂ of burning only; methane, nitrous oxide and supply are missing."
    ),
    "factor.inventory_only": (
        "“{factor}” of “{name}” is a CO₂ figure for a plant's inventory, not for a footprint. "
        "Choose a life cycle factor."
    ),
    "factor.provincial_electricity": (
        "“{factor}” of “{name}” is the CO₂ of power stations in one part of China, for a plant's inventory. "
        "Choose the national footprint factor; the province may be told beside it."
    ),
    "factor.co2_only_grid": (
        "“{factor}” of “{name}” counts only CO₂ of the power stations: other gases, the supply of fuel and often "
        "the grid are missing. Choose a life cycle factor of the country, such as Ember's."
    ),
    "factor.co2_only": (
        "“{factor}” of “{name}” counts CO₂ only; methane and other gases are missing, so the result is too low. "
        "Choose a factor in CO₂e, or ask the supplier."
    ),
    "factor.radiative_forcing": (
        "“{factor}” of “{name}” contains high-altitude effects, which a footprint must not. "
        "Choose the row of the same flight without radiative forcing."
    ),
    "factor.process_on_material": (
        "“{factor}” of “{name}” is a process, such as coating a square metre, not a material. "
        "Choose the material's factor here and enter the process as an outside process."
    ),
    "factor.gwp_only": "“{factor}” of “{name}” is the effect of a gas set free, not of a material. Choose another.",
    "factor.bound_only": "“{factor}” of “{name}” is a default for customs, not a factor. Choose another.",
    "factor.activity_default": "“{factor}” of “{name}” is a typical consumption, not a factor. Choose another.",
    "factor.do_not_sum": "“{factor}” of “{name}” must not enter a footprint. Choose the row without extra effects.",
    "factor.grid_only": "“{factor}” of “{name}” covers the grid's losses only, not the power. Choose another.",
    "factor.upstream_only": "“{factor}” of “{name}” covers the supply only, not the burning. Choose another.",
    "factor.collection_for_burning": (
        "“{factor}” of “{name}” covers collecting and carrying only; burning plastic sets free some 600 times as much. "
        "Choose a row of incineration by ADEME or of combustion by EPA, or enter the fossil carbon of the waste."
    ),
    "factor.other_treatment": (
        "“{factor}” is for another treatment than the one entered for “{name}”. Choose the factor of that treatment."
    ),
    "factor.collection_only": (
        "“{factor}” of “{name}” covers collecting and carrying only, not the treatment. Choose another."
    ),
    "factor.boundary_unfit": "“{factor}” does not cover what “{name}” needs. Choose a factor of the right kind.",
    "factor.no_upstream": "“{factor}” of “{name}” lacks the supply of the fuel, so the result is too low.",
    "factor.no_grid_losses": "“{factor}” of “{name}” lacks the losses of the grid, so the result is too low.",
    "factor.forming_twice": (
        "“{factor}” of “{name}” contains forming already, and the energy of your own production is counted as well. "
        "If you form it yourselves, choose the bare material; if it is bought ready formed, say so as the factor's reason."
    ),
    "factor.metal_of_elsewhere": (
        "“{factor}” of “{name}” is not for Chinese metal, which takes far more coal power. "
        "Ask the smelter or choose a Chinese figure; if the metal comes from elsewhere, enter its country of origin."
    ),
    "factor.single_value": (
        "“{factor}” of “{name}” is a single published value of one document. Ask the supplier for his figure."
    ),
    "factor.old": "“{factor}” of “{name}” is data of {year}. Look for a newer one or ask the supplier.",
    "factor.expired": "The footprint “{factor}” of “{name}” was valid until {until}. Ask the supplier for a new one.",
    "factor.scrap_credit": (
        "“{factor}” of “{name}” contains a credit for later recycling. "
        "Ask the supplier for the value without it."
    ),
    "factor.scrap_credit_named": (
        "“{factor}” of “{name}” is called a figure with recycling, so a credit may be inside. "
        "Ask the mill for the figure without it, and state how scrap is treated."
    ),
    "factors.mixed_china_electricity": (
        "Footprint factors and CO₂ factors of Chinese electricity stand side by side. Use the footprint factors."
    ),
    "factors.no_year": (
        "{count} of the factors used do not say of which year their data are, such as “{factor}”. Look for ones that do."
    ),
    "factors.ember_beside_official": (
        "Power of {ember} is counted by Ember (life cycle, without the grid), that of {official} by official figures, "
        "which may count otherwise. The report says so; add the grid losses where they are missing."
    ),
    "factors.two_grids_of_one_country": (
        "Power of {both} is counted both by Ember and by official figures, which do not count the same. "
        "Choose one of them for all of it."
    ),
    "factors.mixed_gwp_sets": "The factors rest on different IPCC reports ({sets}). The report says so.",
    "factors.gwp_set_not_stated": "Some factors do not say which IPCC report they rest on.",
}
