"""Which drug is meant: our two by name, the others beside them, and what is handed out with them."""
