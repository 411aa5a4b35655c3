# text: bytes to clean text and the way back. Uses base, ICU uc, iconv.
libcore_la_SOURCES += \
	%D%/change.c \
	%D%/map.c \
	%D%/map.h \
	%D%/reader.c \
	%D%/text.h \
	%D%/version.c \
	%D%/width.c
