# lexicon: what is known of a pair of languages; the evidence between two texts. Uses base to document.
libcore_la_SOURCES += \
	%D%/evidence.h \
	%D%/gather.c \
	%D%/lexicon.h
