# Fuzz targets, one a parser: fuzz_NAME.c, with its seeds in seeds/NAME. They are tests that go
# over their seeds; configured with --enable-fuzz and CC=clang they are libFuzzer programs.
if FUZZ
noinst_PROGRAMS += \
	%D%/fuzz_align \
	%D%/fuzz_reader \
	%D%/fuzz_records \
	%D%/fuzz_segment
FUZZ_MAIN =
FUZZ_LINK = $(AM_LDFLAGS) -fsanitize=fuzzer
else
check_PROGRAMS += \
	%D%/fuzz_align \
	%D%/fuzz_reader \
	%D%/fuzz_records \
	%D%/fuzz_segment
FUZZ_MAIN = %D%/replay.c
FUZZ_LINK = $(AM_LDFLAGS)
endif
%C%_fuzz_align_SOURCES = %D%/fuzz_align.c $(FUZZ_MAIN)
%C%_fuzz_align_LDFLAGS = $(FUZZ_LINK)
%C%_fuzz_reader_SOURCES = %D%/fuzz_reader.c $(FUZZ_MAIN)
%C%_fuzz_reader_LDFLAGS = $(FUZZ_LINK)
%C%_fuzz_records_SOURCES = %D%/fuzz_records.c $(FUZZ_MAIN)
%C%_fuzz_records_LDFLAGS = $(FUZZ_LINK)
%C%_fuzz_segment_SOURCES = %D%/fuzz_segment.c $(FUZZ_MAIN)
%C%_fuzz_segment_LDFLAGS = $(FUZZ_LINK)
EXTRA_DIST += %D%/replay.c %D%/seeds
