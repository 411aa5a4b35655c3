# bitext: beads over two documents, plain data. Uses base.
libcore_la_SOURCES += \
	%D%/bitext.c \
	%D%/bitext.h
