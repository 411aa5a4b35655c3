# Faults: no memory, interrupted calls, full disks, killed programs, locales, two threads.
if UNIT_TESTS
check_PROGRAMS += \
	%D%/test_interrupts \
	%D%/test_locale \
	%D%/test_memory \
	%D%/test_threads
fault_job = %D%/job.c %D%/job.h
%C%_test_interrupts_SOURCES = %D%/test_interrupts.c $(fault_job)
%C%_test_locale_SOURCES = %D%/test_locale.c $(fault_job)
%C%_test_memory_SOURCES = %D%/test_memory.c $(fault_job)
%C%_test_threads_SOURCES = %D%/test_threads.c $(fault_job)
# Only what ura itself asks for can fail: the libraries below it have their own malloc.
%C%_test_memory_LDFLAGS = $(AM_LDFLAGS) -Wl,--wrap=malloc -Wl,--wrap=calloc \
	-Wl,--wrap=realloc -Wl,--wrap=strdup
endif
TESTS += %D%/batch %D%/files
EXTRA_DIST += %D%/batch %D%/files %D%/leaks.supp %D%/threads.supp
