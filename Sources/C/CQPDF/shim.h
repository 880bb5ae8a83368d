// libqpdf 11 (https://qpdf.readthedocs.io): reads, changes and writes the objects of a PDF file.
// Nothing of what we use is variadic or a macro, so there is nothing here but the include.
#include <qpdf/qpdf-c.h>
