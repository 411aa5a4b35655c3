# Unit tests of lang.
check_PROGRAMS += \
	%D%/test_direction \
	%D%/test_fold \
	%D%/test_identify \
	%D%/test_names \
	%D%/test_numbers
