# Unit tests of base.
check_PROGRAMS += \
	%D%/test_buf
