# segment: blocks to sentences and tokens. Uses base to lang, ICU break iterators.
libcore_la_SOURCES += \
	%D%/segment.h \
	%D%/sentences.c
