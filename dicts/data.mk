# The data files; read at run time, installed under pkgdatadir.
