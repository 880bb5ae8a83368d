// libxml2 2.9 (https://gitlab.gnome.org/GNOME/libxml2): reads XML as a stream.
#include <libxml/xmlversion.h>
// Debian's libxml2 shows ICU's types in a structure that we never touch, and Foundation has an ICU
// of its own with the same names and other contents: the compiler refuses to see both.
#undef LIBXML_ICU_ENABLED
#include <libxml/xmlreader.h>
