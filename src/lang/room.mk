# lang: what is known of one language. Uses base, text, ICU i18n, cld2.
libcore_la_SOURCES += \
	%D%/abbreviations.c \
	%D%/abbreviations.h \
	%D%/clitics.c \
	%D%/clitics.h \
	%D%/data.c \
	%D%/data.h \
	%D%/dates.c \
	%D%/dates.h \
	%D%/direction.c \
	%D%/fold.c \
	%D%/fold.h \
	%D%/identify.c \
	%D%/identify_cld2.cc \
	%D%/identify_cld2.h \
	%D%/identify_dialect.c \
	%D%/identify_dialect.h \
	%D%/identify_model.c \
	%D%/identify_model.h \
	%D%/identify_sample.c \
	%D%/identify_set.c \
	%D%/identify_set.h \
	%D%/identify_table.c \
	%D%/identify_table.h \
	%D%/names.c \
	%D%/names.h \
	%D%/numbers.c \
	%D%/numbers.h \
	%D%/spellout.c \
	%D%/spellout.h \
	%D%/stems.c \
	%D%/stems.h \
	%D%/letters.c \
	%D%/letters.h \
	%D%/patterns.c \
	%D%/patterns.h
