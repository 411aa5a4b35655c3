# What a caller of the library writes: built against the shared library, run by the tests.
noinst_PROGRAMS += %D%/align
%C%_align_SOURCES = %D%/align.c
%C%_align_LDADD = libura.la
EXTRA_DIST += %D%/align.expected
# Many pairs on many machines; `bench/slurm.sh` tries them.
EXTRA_DIST += \
	%D%/parallel.sh \
	%D%/slurm/array.sbatch \
	%D%/slurm/learn.sbatch \
	%D%/slurm/merge.sbatch \
	%D%/slurm/submit.sh
