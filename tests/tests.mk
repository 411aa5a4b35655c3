# The tests: unit, golden, gold, fuzz replay, faults, lint. `make check` runs them all; each
# speaks TAP, so what is counted is cases, not programs.
LOG_DRIVER = env AM_TAP_AWK='$(AWK)' $(SHELL) $(top_srcdir)/build-aux/tap-driver.sh
TESTS += $(check_PROGRAMS)

# A unit test is one file, tests/unit/ROOM/test_THING.c, and one line in that folder's room.mk.
LDADD = libcore.la $(CMOCKA_LIBS)
if UNIT_TESTS
include tests/unit/align/room.mk
include tests/unit/base/room.mk
include tests/unit/bitext/room.mk
include tests/unit/corpus/room.mk
include tests/unit/document/room.mk
include tests/unit/formats/room.mk
include tests/unit/lang/room.mk
include tests/unit/layout/room.mk
include tests/unit/lexicon/room.mk
include tests/unit/pair/room.mk
include tests/unit/score/room.mk
include tests/unit/segment/room.mk
include tests/unit/text/room.mk
include tests/unit/words/room.mk
endif

include tests/fuzz/fuzz.mk

# Accuracy: every bundled corpus reaches its floors.
check_PROGRAMS += %D%/gold/floors
%C%_gold_floors_SOURCES = \
	%D%/gold/floors.c \
	%D%/gold/gold.c \
	%D%/gold/gold.h
EXTRA_DIST += %D%/gold/floors.tsv

include tests/faults/room.mk

# What the program writes, case by case; `tests/golden/update` refreshes what is expected.
TESTS += %D%/golden/run
EXTRA_DIST += %D%/golden

# Reports as a browser shows them; skipped where there is none.
TESTS += %D%/browser/run
EXTRA_DIST += \
	%D%/browser/check.html \
	%D%/browser/check.js \
	%D%/browser/run

# What is compiled when ura is built says what the text says.
TESTS += %D%/images
EXTRA_DIST += %D%/images

# The walls: rooms, symbols, style.
TESTS += \
	%D%/lint/rooms \
	%D%/lint/symbols \
	%D%/lint/style \
	%D%/lint/manual \
	%D%/lint/examples
EXTRA_DIST += \
	%D%/lint/rooms \
	%D%/lint/rooms.allow \
	%D%/lint/symbols \
	%D%/lint/style \
	%D%/lint/manual \
	%D%/lint/examples \
	%D%/tap.sh \
	%D%/matrix \
	%D%/unit/with_context.h \
	%D%/installed

# Tests find the corpora in the source tree, the program where it was built, and the data as it is
# installed: what was compiled beside what it is made of.
check_DATA = tests-data
tests-data: $(images)
	$(AM_V_at)rm -rf %D%/data && $(MKDIR_P) %D%/data && cp -R $(srcdir)/dicts %D%/data && \
	chmod -R u+w %D%/data && \
	for image in $(images); do cp $$image %D%/data/$$image || exit 1; done
clean-local:
	rm -rf %D%/data
.PHONY: tests-data
AM_TESTS_ENVIRONMENT = \
	URA_DATA='$(abs_top_builddir)/%D%/data/dicts' \
	URA_SOURCE='$(abs_top_srcdir)' \
	URA_BUILD='$(abs_top_builddir)' \
	URA='$(abs_top_builddir)/ura' \
	CMOCKA_MESSAGE_OUTPUT=TAP; \
	export URA_DATA URA_SOURCE URA_BUILD URA CMOCKA_MESSAGE_OUTPUT;

# A folder in EXTRA_DIST goes along whole, with what test runs left in it.
dist-hook:
	find $(distdir)/tests '(' -name '*.log' -o -name '*.trs' ')' -exec rm -f {} +

installcheck-local:
	DESTDIR='$(DESTDIR)' BINDIR='$(bindir)' LIBDIR='$(libdir)' PKGDATADIR='$(pkgdatadir)' \
	PKGCONFIGDIR='$(pkgconfigdir)' MANDIR='$(mandir)' COMPLETIONDIR='$(bashcompletiondir)' \
	CC='$(CC)' URA_SOURCE='$(abs_top_srcdir)' $(srcdir)/tests/installed
