"""The SQLite database and the snapshot store: one module for each family of tables."""
