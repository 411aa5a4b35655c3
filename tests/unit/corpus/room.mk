# Unit tests of corpus.
check_PROGRAMS += %D%/test_counting
check_PROGRAMS += %D%/test_folder
check_PROGRAMS += %D%/test_lessons
check_PROGRAMS += %D%/test_list
check_PROGRAMS += %D%/test_merge
check_PROGRAMS += %D%/test_record
check_PROGRAMS += %D%/test_sample
check_PROGRAMS += %D%/test_split
check_PROGRAMS += %D%/test_unit_copy
corpus_files = %D%/corpus_files.c %D%/corpus_files.h
%C%_test_merge_SOURCES = %D%/test_merge.c $(corpus_files)
%C%_test_sample_SOURCES = %D%/test_sample.c $(corpus_files)
%C%_test_split_SOURCES = %D%/test_split.c $(corpus_files)
