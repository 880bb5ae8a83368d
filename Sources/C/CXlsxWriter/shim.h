// libxlsxwriter 1.1 (https://libxlsxwriter.github.io): writes XLSX files, cannot read them.
// Nothing of what we use is variadic or a macro, so there is nothing here but the include.
#include <xlsxwriter.h>
