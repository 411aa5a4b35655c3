# Benchmarks and the trainers of what is learned; built on request only, `make bench/identify/verdicts`.
EXTRA_PROGRAMS = bench/identify/verdicts bench/reliability
bench_identify_verdicts_SOURCES = bench/identify/verdicts.c
# `bench/reliability FOLDER...`: what probabilities of beads are worth, on gold.
# bench/calibrate.py fits the constants of src/pair/confidence.c by its rows.
EXTRA_DIST += bench/calibrate.py
bench_reliability_SOURCES = bench/reliability.c tests/gold/gold.c tests/gold/gold.h
CLEANFILES += $(EXTRA_PROGRAMS)
EXTRA_DIST += bench/identify/train.py
# `bench/segment.sh`: speed and memory of ura segment.
EXTRA_DIST += bench/segment.sh
# `bench/align.sh`: time and memory of ura align, and how they grow.
EXTRA_DIST += bench/align.sh
# `bench/batch.sh`: pairs a second and memory of ura batch, and what --resume takes.
EXTRA_DIST += bench/batch.sh bench/stories.sh
# `bench/kill.sh`: ura batch killed at random moments and resumed.
EXTRA_DIST += bench/kill.sh
# `bench/slurm.sh`: examples/slurm and examples/parallel.sh on a Slurm of one node.
EXTRA_DIST += bench/slurm.sh
# `bench/corpus.sh`: time and memory of ura corpus, and how they grow.
EXTRA_DIST += bench/corpus.sh
# `bench/formats.sh`: speed and memory of conversions.
EXTRA_DIST += bench/formats.sh
# `bench/peers.sh`: accuracy and time beside other aligners on the PATH.
EXTRA_DIST += bench/peers.sh
# `bench/growth.sh`: how time and memory grow, with a drawing.
EXTRA_DIST += bench/growth.sh
# `bench/table.sh`: trains the table of Albanian and English that is shipped.
EXTRA_DIST += bench/table.sh
