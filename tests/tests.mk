# The tests: unit, golden, gold, fuzz replay, faults, lint. `make check` runs them all.

# A unit test is one file, tests/unit/ROOM/test_THING.c, and one line in that folder's room.mk.
LDADD = libcore.la $(CMOCKA_LIBS)
if UNIT_TESTS
include tests/unit/base/room.mk
include tests/unit/bitext/room.mk
include tests/unit/document/room.mk
include tests/unit/formats/room.mk
include tests/unit/segment/room.mk
TESTS += $(check_PROGRAMS)
endif

# Tests find the data and the corpora in the source tree, and the program where it was built.
AM_TESTS_ENVIRONMENT = \
	URA_DATA='$(abs_top_srcdir)/dicts' \
	URA_SOURCE='$(abs_top_srcdir)' \
	URA='$(abs_top_builddir)/ura'; \
	export URA_DATA URA_SOURCE URA;
