# Unit tests of score.
check_PROGRAMS += \
	%D%/test_score
