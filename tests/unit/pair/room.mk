# Unit tests of pair.
check_PROGRAMS += \
	%D%/test_confidence
