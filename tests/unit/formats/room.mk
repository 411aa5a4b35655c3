# Unit tests of formats.
check_PROGRAMS += %D%/test_formats
check_PROGRAMS += %D%/test_html
check_PROGRAMS += %D%/test_page
check_PROGRAMS += %D%/test_po
check_PROGRAMS += %D%/test_tables
check_PROGRAMS += %D%/test_units
check_PROGRAMS += %D%/test_docx
%C%_test_docx_SOURCES = %D%/test_docx.c %D%/reading.c %D%/reading.h
check_PROGRAMS += %D%/test_jsonl
%C%_test_jsonl_SOURCES = %D%/test_jsonl.c %D%/converted.h
check_PROGRAMS += %D%/test_nitf
%C%_test_nitf_SOURCES = %D%/test_nitf.c %D%/rendered.h
check_PROGRAMS += %D%/test_ladder
%C%_test_ladder_SOURCES = %D%/test_ladder.c %D%/converted.h
check_PROGRAMS += %D%/test_moses
%C%_test_moses_SOURCES = %D%/test_moses.c %D%/converted.h
check_PROGRAMS += %D%/test_xliff
