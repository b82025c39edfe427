"""The import assistant, part by part."""
