"""The window itself: its frame, menus, files and everything they open."""
