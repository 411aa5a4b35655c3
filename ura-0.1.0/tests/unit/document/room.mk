# Unit tests of document.
check_PROGRAMS += \
	%D%/test_document
