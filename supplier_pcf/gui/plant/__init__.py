"""The parts about the plant: its energy, meters, power and gases, and how they reach a part."""
