# align: the search; knows scores, not words. Uses base and lexicon/evidence.h.
libcore_la_SOURCES += \
	%D%/adapt.c \
	%D%/adapt.h \
	%D%/align.h \
	%D%/anchors.c \
	%D%/anchors.h \
	%D%/band.c \
	%D%/band.h \
	%D%/beads.c \
	%D%/choice.c \
	%D%/coarse.c \
	%D%/coarse.h \
	%D%/lattice.c \
	%D%/lattice.h \
	%D%/lengths.c \
	%D%/lengths.h \
	%D%/lexical.c \
	%D%/lexical.h \
	%D%/look.c \
	%D%/look.h \
	%D%/matrix.c \
	%D%/matrix.h \
	%D%/model.c \
	%D%/model.h \
	%D%/moved.c \
	%D%/moved.h \
	%D%/moves.c \
	%D%/moves.h \
	%D%/natural.h \
	%D%/prospects.c \
	%D%/prospects.h \
	%D%/rates.c \
	%D%/scorer.h \
	%D%/swaps.c \
	%D%/swaps.h
