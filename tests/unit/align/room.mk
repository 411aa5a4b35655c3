# Unit tests of align; made.c cooks texts whose beads are known.
check_PROGRAMS += \
	%D%/test_beads \
	%D%/test_lattice \
	%D%/test_lexical \
	%D%/test_limits
%C%_test_beads_SOURCES = %D%/test_beads.c %D%/made.c %D%/made.h
%C%_test_lattice_SOURCES = %D%/test_lattice.c %D%/made.c %D%/made.h
%C%_test_lexical_SOURCES = %D%/test_lexical.c %D%/made.c %D%/made.h
%C%_test_limits_SOURCES = %D%/test_limits.c %D%/made.c %D%/made.h
