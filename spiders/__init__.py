"""What to fetch and how; knows nothing of coverage criteria."""
