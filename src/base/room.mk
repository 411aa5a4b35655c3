# base: status and error, views, buffers, arenas, interning, numbers, files. Uses xxhash and nothing of ours.
libcore_la_SOURCES += \
	%D%/arena.c \
	%D%/arena.h \
	%D%/ascii.h \
	%D%/base.h \
	%D%/buf.c \
	%D%/buf.h \
	%D%/context.c \
	%D%/context.h \
	%D%/error.c \
	%D%/error.h \
	%D%/file.c \
	%D%/file.h \
	%D%/frozen.c \
	%D%/frozen.h \
	%D%/hash.c \
	%D%/hash.h \
	%D%/image.c \
	%D%/image.h \
	%D%/input.c \
	%D%/input.h \
	%D%/intern.c \
	%D%/intern.h \
	%D%/json.c \
	%D%/json.h \
	%D%/mapping.c \
	%D%/mapping.h \
	%D%/natural.h \
	%D%/number.c \
	%D%/number.h \
	%D%/records.c \
	%D%/records.h \
	%D%/sha256.c \
	%D%/sha256.h \
	%D%/utf8.c \
	%D%/utf8.h
