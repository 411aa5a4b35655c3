# score: answers held against gold. Uses base, text, formats.
libcore_la_SOURCES += \
	%D%/beads.c \
	%D%/boundaries.c \
	%D%/files.c \
	%D%/folders.c \
	%D%/links.c \
	%D%/links.h \
	%D%/rates.c \
	%D%/score.h
