# segment: blocks to sentences and tokens. Uses base to lang, ICU break iterators and regular
# expressions.
libcore_la_SOURCES += \
	%D%/abbreviated.c \
	%D%/address.c \
	%D%/address.h \
	%D%/apostrophes.c \
	%D%/apostrophes.h \
	%D%/breaks.c \
	%D%/breaks.h \
	%D%/quotes.c \
	%D%/rules.c \
	%D%/rules.h \
	%D%/segment.h \
	%D%/segmenter.c \
	%D%/segmenter.h \
	%D%/sentences.c \
	%D%/tokens.c \
	%D%/user_rule.c \
	%D%/user_rule.h \
	%D%/user_rules.c \
	%D%/user_rules.h \
	%D%/words.c \
	%D%/words.h
