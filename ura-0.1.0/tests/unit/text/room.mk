# Unit tests of text.
check_PROGRAMS += \
	%D%/test_map \
	%D%/test_reader
