# The manual and the completions, made by describe from the program's own tables: a page is its
# prose, man/PAGE.SECTION.roff, and the lists that the tables give. One line a page in each list.
noinst_PROGRAMS += %D%/describe
%C%_describe_SOURCES = \
	%D%/complete.c \
	%D%/describe.c \
	%D%/describe.h \
	%D%/page.c \
	$(command_files)
%C%_describe_LDADD = libcore.la

manual_pages = \
	%D%/ura.1 \
	%D%/ura-align.1 \
	%D%/ura-batch.1 \
	%D%/ura-convert.1 \
	%D%/ura-corpus-merge.1 \
	%D%/ura-corpus-sample.1 \
	%D%/ura-corpus-split.1 \
	%D%/ura-corpus-stats.1 \
	%D%/ura-doctor.1 \
	%D%/ura-formats.1 \
	%D%/ura-formats.5 \
	%D%/ura-identify.1 \
	%D%/ura-normalize.1 \
	%D%/ura-score.1 \
	%D%/ura-segment.1 \
	%D%/ura-words-align.1 \
	%D%/ura-words-coverage.1 \
	%D%/ura-words-show.1 \
	%D%/ura-words-train.1
manual_prose = \
	%D%/ura.1.roff \
	%D%/ura-align.1.roff \
	%D%/ura-batch.1.roff \
	%D%/ura-convert.1.roff \
	%D%/ura-corpus-merge.1.roff \
	%D%/ura-corpus-sample.1.roff \
	%D%/ura-corpus-split.1.roff \
	%D%/ura-corpus-stats.1.roff \
	%D%/ura-doctor.1.roff \
	%D%/ura-formats.1.roff \
	%D%/ura-formats.5.roff \
	%D%/ura-identify.1.roff \
	%D%/ura-normalize.1.roff \
	%D%/ura-score.1.roff \
	%D%/ura-segment.1.roff \
	%D%/ura-words-align.1.roff \
	%D%/ura-words-coverage.1.roff \
	%D%/ura-words-show.1.roff \
	%D%/ura-words-train.1.roff
completions = completion/bash/ura completion/zsh/_ura

nodist_man_MANS = $(manual_pages)
bashcompletiondir = $(datadir)/bash-completion/completions
bashcompletion_DATA = completion/bash/ura
zshcompletiondir = $(datadir)/zsh/site-functions
zshcompletion_DATA = completion/zsh/_ura
EXTRA_DIST += $(manual_prose)
CLEANFILES += $(manual_pages) $(completions)

SUFFIXES = .roff
.roff:
	$(AM_V_GEN)%D%/describe$(EXEEXT) page $< >$@.part && mv $@.part $@
$(manual_pages): %D%/describe$(EXEEXT)
completion/bash/ura: %D%/describe$(EXEEXT)
	$(AM_V_GEN)mkdir -p completion/bash && %D%/describe$(EXEEXT) bash >$@.part && mv $@.part $@
completion/zsh/_ura: %D%/describe$(EXEEXT)
	$(AM_V_GEN)mkdir -p completion/zsh && %D%/describe$(EXEEXT) zsh >$@.part && mv $@.part $@
