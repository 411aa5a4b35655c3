# formats: one file a format. Uses base, bitext, jansson.
libcore_la_SOURCES += \
	%D%/bead_kind.c \
	%D%/bead_kind.h \
	%D%/dot_plot.c \
	%D%/dot_plot.h \
	%D%/formats.c \
	%D%/formats.def \
	%D%/formats.h \
	%D%/html.c \
	%D%/html_parts.c \
	%D%/html_parts.h \
	%D%/html_report.c \
	%D%/html_report.h \
	%D%/html_sentences.c \
	%D%/jsonl.c \
	%D%/page.c \
	%D%/page.h \
	%D%/svg.c \
	%D%/svg.h \
	%D%/text.c \
	%D%/tsv.c \
	%D%/vecalign.c
