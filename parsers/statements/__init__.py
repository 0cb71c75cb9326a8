"""The walk over a policy's outline: what each block answers and asks for, and of whom."""
