"""Many events: what outlets do over them, with the event as the unit. Begins at `study.py`."""
