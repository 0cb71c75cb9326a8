"""Looking and asking in a browser: the board's pages, and Datasette on the database beside them."""
