"""What a study is: immutable records and the edits on them, in plain Python."""
