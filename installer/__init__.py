"""What makes the Windows program, its setup and its tests; nothing of it is in the program."""
