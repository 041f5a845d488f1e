"""Random Go programs, run in gosim and in real Go."""
