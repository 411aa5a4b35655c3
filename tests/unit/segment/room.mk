# Unit tests of segment.
check_PROGRAMS += \
	%D%/test_breaks \
	%D%/test_tokens
