"""The parts about materials, steps and co-products."""
