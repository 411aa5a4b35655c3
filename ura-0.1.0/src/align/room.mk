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
	%D%/lexical.c \
	%D%/lexical.h \
	%D%/look.c \
	%D%/look.h \
	%D%/matrix.c \
	%D%/matrix.h \
	%D%/model.c \
	%D%/model.h \
	%D%/natural.h \
	%D%/rates.c \
	%D%/scorer.h
