// libxml2 2.9 (https://gitlab.gnome.org/GNOME/libxml2): reads XML as a stream.
#include <libxml/xmlreader.h>
