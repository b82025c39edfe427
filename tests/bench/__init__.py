"""How fast it is on this machine: figures to read, nothing to pass."""
