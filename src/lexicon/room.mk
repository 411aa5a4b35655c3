# lexicon: what is known of a pair of languages; the evidence between two texts. Uses base to document.
libcore_la_SOURCES += \
	%D%/cognates.c \
	%D%/cognates.h \
	%D%/dictionary.c \
	%D%/dictionary.h \
	%D%/dictionary_find.c \
	%D%/dictionary_parts.h \
	%D%/evidence.h \
	%D%/forms.c \
	%D%/forms.h \
	%D%/gather.c \
	%D%/glossary.c \
	%D%/glossary.h \
	%D%/learn.c \
	%D%/learn.h \
	%D%/lexicon.h \
	%D%/links.c \
	%D%/links.h \
	%D%/marks.c \
	%D%/marks.h \
	%D%/namebook.c \
	%D%/namebook.h \
	%D%/phonetics.c \
	%D%/phonetics.h \
	%D%/quantities.c \
	%D%/quantities.h \
	%D%/ratios.c \
	%D%/reader.c \
	%D%/reader.h \
	%D%/scripts.c \
	%D%/scripts.h \
	%D%/tokens.c \
	%D%/tokens.h \
	%D%/vocabulary.c \
	%D%/vocabulary.h
