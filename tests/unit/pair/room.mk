# Unit tests of pair.
check_PROGRAMS += \
	%D%/test_confidence \
	%D%/test_explain
