"""The FDA label as a function of the date: its events, who is stricter or looser, and who follows it how late."""
