# words: word links and tables trained from bitext. Uses base to document, lexicon, and ura_sink of formats' header.
libcore_la_SOURCES += \
	%D%/diagonal.c \
	%D%/diagonal.h \
	%D%/lesson.c \
	%D%/lesson.h \
	%D%/link.c \
	%D%/links.c \
	%D%/links.h \
	%D%/model.c \
	%D%/model.h \
	%D%/pairs.c \
	%D%/pairs.h \
	%D%/symmetry.c \
	%D%/symmetry.h \
	%D%/table.c \
	%D%/tables.h \
	%D%/threads.c \
	%D%/threads.h \
	%D%/trainer.c \
	%D%/trainer.h \
	%D%/translations.c
