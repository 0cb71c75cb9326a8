"""Questions that send the reader on ("Yes: go to #3; no: deny"), and where each answer leads."""
