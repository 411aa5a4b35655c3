# Unit tests of segment.
check_PROGRAMS += \
	%D%/test_breaks \
	%D%/test_sentences \
	%D%/test_tokens \
	%D%/test_user_rules
