"""The report of a study: the same blocks and writers as that of one event. Begins at `write.py`."""
