# layout: what is copy and what is furniture; blocks. Uses base to lang.
libcore_la_SOURCES += \
	%D%/layout.c \
	%D%/layout.h \
	%D%/names.c
