# cli: one file a command. Sees the public headers and base, nothing else.
bin_PROGRAMS += ura
command_files = \
	%D%/align.c \
	%D%/anchors.c \
	%D%/anchors.h \
	%D%/batch.c \
	%D%/command.c \
	%D%/command.h \
	%D%/commands.def \
	%D%/convert.c \
	%D%/corpus.c \
	%D%/corpus.h \
	%D%/corpus_merge.c \
	%D%/corpus_sample.c \
	%D%/corpus_split.c \
	%D%/corpus_stats.c \
	%D%/data.c \
	%D%/data.h \
	%D%/doctor.c \
	%D%/explain.c \
	%D%/explain.h \
	%D%/formats.c \
	%D%/group.c \
	%D%/help.c \
	%D%/identify.c \
	%D%/inputs.c \
	%D%/inputs.h \
	%D%/normalize.c \
	%D%/outputs.c \
	%D%/outputs.h \
	%D%/score.c \
	%D%/score_report.c \
	%D%/score_report.h \
	%D%/segment.c \
	%D%/words.c \
	%D%/words.h \
	%D%/words_align.c \
	%D%/words_coverage.c \
	%D%/words_show.c \
	%D%/words_train.c
# main.c stands apart: what makes the manual has the same tables and its own main.
ura_SOURCES = %D%/main.c $(command_files)
ura_LDADD = libcore.la
ura_LDFLAGS = $(AM_LDFLAGS) -pie
