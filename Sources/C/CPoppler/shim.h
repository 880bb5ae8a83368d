// poppler-glib 22.12 (https://poppler.freedesktop.org): reads the text, the structure and the links of a PDF file.
#include <poppler.h>
