"""Indications by name, and which of them a clause, a title or a list is about."""
