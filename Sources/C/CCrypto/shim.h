// libcrypto of OpenSSL 3 (https://docs.openssl.org/3.0/man3/): checksums. libxlsxwriter loads it
// anyway, and it takes a quarter of the instructions of GLib's.
// Nothing of what we use is variadic or a macro, so there is nothing here but the include.
#include <openssl/evp.h>
