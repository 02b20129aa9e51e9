"""The villages' phones: what the office hands out so that somebody can report."""
