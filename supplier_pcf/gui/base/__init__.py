"""What every part of the window stands on: the study it shows, its look, its sizes, its keys."""
