# Unit tests of segment.
check_PROGRAMS += \
	%D%/test_tokens
