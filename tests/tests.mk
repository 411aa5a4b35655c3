# The tests: unit, golden, gold, fuzz replay, faults, lint. `make check` runs them all; each
# speaks TAP, so what is counted is cases, not programs.
LOG_DRIVER = env AM_TAP_AWK='$(AWK)' $(SHELL) $(top_srcdir)/build-aux/tap-driver.sh

# A unit test is one file, tests/unit/ROOM/test_THING.c, and one line in that folder's room.mk.
LDADD = libcore.la $(CMOCKA_LIBS)
if UNIT_TESTS
include tests/unit/align/room.mk
include tests/unit/base/room.mk
include tests/unit/bitext/room.mk
include tests/unit/document/room.mk
include tests/unit/formats/room.mk
include tests/unit/lang/room.mk
include tests/unit/segment/room.mk
include tests/unit/text/room.mk
TESTS += $(check_PROGRAMS)
endif

# What the program writes, case by case; `tests/golden/update` refreshes what is expected.
TESTS += %D%/golden/run
EXTRA_DIST += %D%/golden %D%/matrix

# Tests find the data and the corpora in the source tree, and the program where it was built.
AM_TESTS_ENVIRONMENT = \
	URA_DATA='$(abs_top_srcdir)/dicts' \
	URA_SOURCE='$(abs_top_srcdir)' \
	URA='$(abs_top_builddir)/ura' \
	CMOCKA_MESSAGE_OUTPUT=TAP; \
	export URA_DATA URA_SOURCE URA CMOCKA_MESSAGE_OUTPUT;

# A folder in EXTRA_DIST goes along whole, with what test runs left in it.
dist-hook:
	find $(distdir)/tests '(' -name '*.log' -o -name '*.trs' ')' -exec rm -f {} +
