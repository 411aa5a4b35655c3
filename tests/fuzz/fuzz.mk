# Fuzz targets, one a parser: fuzz_NAME.c, with its seeds in seeds/NAME. Each is a test that goes
# over its seeds; with --enable-fuzz and CC=clang each is also a libFuzzer program, libfuzz_NAME.
# fuzz_format is for all formats: its seeds are named FORMAT.what-it-is.
check_PROGRAMS += %D%/fuzz_align
%C%_fuzz_align_SOURCES = %D%/fuzz_align.c %D%/replay.c
check_PROGRAMS += %D%/fuzz_format
%C%_fuzz_format_SOURCES = %D%/fuzz_format.c %D%/replay.c
check_PROGRAMS += %D%/fuzz_reader
%C%_fuzz_reader_SOURCES = %D%/fuzz_reader.c %D%/replay.c
check_PROGRAMS += %D%/fuzz_records
%C%_fuzz_records_SOURCES = %D%/fuzz_records.c %D%/replay.c
check_PROGRAMS += %D%/fuzz_segment
%C%_fuzz_segment_SOURCES = %D%/fuzz_segment.c %D%/replay.c
check_PROGRAMS += %D%/fuzz_table
%C%_fuzz_table_SOURCES = %D%/fuzz_table.c %D%/replay.c
if FUZZ
FUZZ_LINK = $(AM_LDFLAGS) -fsanitize=fuzzer
noinst_PROGRAMS += %D%/libfuzz_align
%C%_libfuzz_align_SOURCES = %D%/fuzz_align.c
%C%_libfuzz_align_LDFLAGS = $(FUZZ_LINK)
noinst_PROGRAMS += %D%/libfuzz_format
%C%_libfuzz_format_SOURCES = %D%/fuzz_format.c
%C%_libfuzz_format_LDFLAGS = $(FUZZ_LINK)
noinst_PROGRAMS += %D%/libfuzz_reader
%C%_libfuzz_reader_SOURCES = %D%/fuzz_reader.c
%C%_libfuzz_reader_LDFLAGS = $(FUZZ_LINK)
noinst_PROGRAMS += %D%/libfuzz_records
%C%_libfuzz_records_SOURCES = %D%/fuzz_records.c
%C%_libfuzz_records_LDFLAGS = $(FUZZ_LINK)
noinst_PROGRAMS += %D%/libfuzz_segment
%C%_libfuzz_segment_SOURCES = %D%/fuzz_segment.c
%C%_libfuzz_segment_LDFLAGS = $(FUZZ_LINK)
noinst_PROGRAMS += %D%/libfuzz_table
%C%_libfuzz_table_SOURCES = %D%/fuzz_table.c
%C%_libfuzz_table_LDFLAGS = $(FUZZ_LINK)
endif
EXTRA_DIST += %D%/seeds
