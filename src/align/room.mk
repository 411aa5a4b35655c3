# align: the search; knows scores, not words. Uses base and lexicon/evidence.h.
libcore_la_SOURCES += \
	%D%/align.h \
	%D%/beads.c
