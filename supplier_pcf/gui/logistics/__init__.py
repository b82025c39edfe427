"""The parts about outside steps, packaging, waste and transport."""
