"""The project file: read with suspicion, written whole or not at all, opened for ever."""
