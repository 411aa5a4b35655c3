# Unit tests of lexicon.
check_PROGRAMS += \
	%D%/test_cognates \
	%D%/test_coverage \
	%D%/test_gather \
	%D%/test_image \
	%D%/test_learn \
	%D%/test_list \
	%D%/test_reader \
	%D%/test_table \
	%D%/test_dictionary
