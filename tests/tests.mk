# The tests: unit, golden, gold, fuzz replay, faults, lint.
