#include <fcntl.h>
#include <linux/fs.h>
#include <sys/syscall.h>
#include <unistd.h>

/// Exchanges two files or folders in one step; 0, or -1 with errno. glibc declares renameat2 only
/// for _GNU_SOURCE, which Swift's importer does not define, and syscall() is variadic.
static inline int exchange_paths(const char *one, const char *other) {
  return (int)syscall(SYS_renameat2, AT_FDCWD, one, AT_FDCWD, other, RENAME_EXCHANGE);
}
