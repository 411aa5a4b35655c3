# pair: the main job; calls each room above once and in order.
libcore_la_SOURCES += \
	%D%/confidence.c \
	%D%/confidence.h \
	%D%/explain.c \
	%D%/inquiry.h \
	%D%/pair.c \
	%D%/pair.h \
	%D%/teach.c
