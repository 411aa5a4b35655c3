# Unit tests of words.
check_PROGRAMS += \
	%D%/test_floor \
	%D%/test_symmetry \
	%D%/test_trainer
