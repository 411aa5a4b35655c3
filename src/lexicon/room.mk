# lexicon: what is known of a pair of languages; the evidence between two texts. Uses base to document.
libcore_la_SOURCES += \
	%D%/cognates.c \
	%D%/cognates.h \
	%D%/evidence.h \
	%D%/gather.c \
	%D%/lexicon.h \
	%D%/links.c \
	%D%/links.h \
	%D%/phonetics.c \
	%D%/phonetics.h \
	%D%/ratios.c \
	%D%/tokens.c \
	%D%/tokens.h \
	%D%/vocabulary.c \
	%D%/vocabulary.h
