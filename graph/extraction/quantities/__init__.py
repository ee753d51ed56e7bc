"""The grammar of figures: amounts, ranges and changes with their units, and figures on cards. What they mean is said in outcomes."""
