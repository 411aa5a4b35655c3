# Unit tests of formats.
check_PROGRAMS += \
	%D%/test_formats \
	%D%/test_html \
	%D%/test_page
