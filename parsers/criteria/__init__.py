"""One module for each family of criteria, each with its wording."""
