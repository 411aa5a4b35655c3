# segment: blocks to sentences and tokens. Uses base to lang, ICU break iterators.
libcore_la_SOURCES += \
	%D%/address.c \
	%D%/address.h \
	%D%/apostrophes.c \
	%D%/apostrophes.h \
	%D%/segment.h \
	%D%/segmenter.c \
	%D%/segmenter.h \
	%D%/sentences.c \
	%D%/tokens.c \
	%D%/words.c \
	%D%/words.h
