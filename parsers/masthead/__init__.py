"""What a policy says of itself: its number, its dates, its history, and whether another has taken its place."""
