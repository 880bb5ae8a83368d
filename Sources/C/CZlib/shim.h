// zlib 1.2 (https://zlib.net/manual.html): compresses, and sums bytes up.
// Nothing of what we use is variadic or a macro, so there is nothing here but the include.
#include <zlib.h>
