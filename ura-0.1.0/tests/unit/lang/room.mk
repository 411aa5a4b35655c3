# Unit tests of lang.
check_PROGRAMS += \
	%D%/test_identify
