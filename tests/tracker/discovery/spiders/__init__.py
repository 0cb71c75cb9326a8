"""The spider of a fictional payer whose documents wander."""
