# document: one text taken through text, lang, layout and segment. Uses base to segment.
libcore_la_SOURCES += \
	%D%/document.c \
	%D%/document.h \
	%D%/origin.c \
	%D%/window.c \
	%D%/window.h
