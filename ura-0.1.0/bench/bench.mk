# Benchmarks and the trainers of what is learned; built on request only, `make bench/identify/verdicts`.
EXTRA_PROGRAMS = bench/identify/verdicts
bench_identify_verdicts_SOURCES = bench/identify/verdicts.c
EXTRA_DIST += bench/identify/train.py
