# The public headers, and nothing else.
pkginclude_HEADERS = \
	%D%/batch.h \
	%D%/bitext.h \
	%D%/context.h \
	%D%/corpus.h \
	%D%/document.h \
	%D%/explain.h \
	%D%/format.h \
	%D%/input.h \
	%D%/language.h \
	%D%/lexicon.h \
	%D%/pair.h \
	%D%/rules.h \
	%D%/score.h \
	%D%/status.h \
	%D%/str.h \
	%D%/text.h \
	%D%/unit.h \
	%D%/ura.h \
	%D%/words.h
