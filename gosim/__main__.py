"""``python -m gosim`` is the command line."""

from gosim.cli import main

main()
