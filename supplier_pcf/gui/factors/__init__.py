"""Finding, reading, making and receiving emission factors."""
