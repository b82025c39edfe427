"""What several formats need: the issue they are made from, times, names, places, texts, files."""
