# Unit tests of text; those of the reader share reading.c.
check_PROGRAMS += \
	%D%/test_encodings \
	%D%/test_map \
	%D%/test_mojibake \
	%D%/test_reader
%C%_test_encodings_SOURCES = %D%/test_encodings.c %D%/reading.c %D%/reading.h
%C%_test_mojibake_SOURCES = %D%/test_mojibake.c %D%/reading.c %D%/reading.h
%C%_test_reader_SOURCES = %D%/test_reader.c %D%/reading.c %D%/reading.h
