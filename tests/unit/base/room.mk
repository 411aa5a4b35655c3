# Unit tests of base.
check_PROGRAMS += \
	%D%/test_buf \
	%D%/test_image \
	%D%/test_json \
	%D%/test_sha256
