// libzip 1.7 (https://libzip.org): reads the parts of a workbook.
#include <zip.h>
