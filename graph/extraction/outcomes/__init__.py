"""Says which figures measure the work, and what they measure: label, kind, direction, before and after."""
