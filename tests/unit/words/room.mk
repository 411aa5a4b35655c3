# Unit tests of words.
check_PROGRAMS += \
	%D%/test_symmetry \
	%D%/test_trainer
