# Unit tests of layout: stories with a label a line, lines that patterns must catch or leave.
layout_tests = \
	%D%/test_blocks \
	%D%/test_pages \
	%D%/test_patterns \
	%D%/test_stories
check_PROGRAMS += $(layout_tests)
tests_unit_layout_test_blocks_SOURCES = %D%/test_blocks.c %D%/laid.c %D%/laid.h
tests_unit_layout_test_pages_SOURCES = %D%/test_pages.c %D%/laid.c %D%/laid.h
tests_unit_layout_test_patterns_SOURCES = %D%/test_patterns.c %D%/laid.c %D%/laid.h
tests_unit_layout_test_stories_SOURCES = %D%/test_stories.c %D%/laid.c %D%/laid.h
EXTRA_DIST += %D%/stories
