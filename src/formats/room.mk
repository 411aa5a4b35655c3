# formats: one file a format. Uses base, bitext, jansson.
libcore_la_SOURCES += \
	%D%/formats.c \
	%D%/formats.def \
	%D%/formats.h \
	%D%/jsonl.c \
	%D%/page.c \
	%D%/page.h \
	%D%/text.c \
	%D%/tsv.c \
	%D%/vecalign.c
