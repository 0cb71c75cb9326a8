"""`python -m tracker.cli`: the command line without its installed name."""

from __future__ import annotations

from tracker.cli.main import main

if __name__ == "__main__":
    main(prog_name="ketwatch")
