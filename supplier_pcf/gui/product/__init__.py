"""The parts about the company, its sites, the product and who asked for it."""
