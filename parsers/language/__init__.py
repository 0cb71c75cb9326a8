"""English as the readers share it: sentences, negation, lead-ins of lists, and expressions that know their words."""
