# Unit tests of bitext.
check_PROGRAMS += \
	%D%/test_bitext
