# Unit tests of formats.
check_PROGRAMS += \
	%D%/test_formats \
	%D%/test_page
