# corpus: many pairs. Uses base, document, bitext, pair, formats; nothing from outside.
libcore_la_SOURCES += \
	%D%/batch.c \
	%D%/commit.c \
	%D%/commit.h \
	%D%/corpus.h \
	%D%/folder.c \
	%D%/folder.h \
	%D%/list.c \
	%D%/list.h \
	%D%/pool.c \
	%D%/pool.h \
	%D%/record.c \
	%D%/record.h \
	%D%/report.c \
	%D%/report.h \
	%D%/resume.c \
	%D%/run.c \
	%D%/scan.c \
	%D%/settings.c \
	%D%/settings.h \
	%D%/worker.c \
	%D%/worker.h
