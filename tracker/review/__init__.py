"""What ketwatch cannot decide alone: the queue, and what people decided."""
