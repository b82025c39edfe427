"""How files leave the house."""
