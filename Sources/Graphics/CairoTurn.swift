internal import Glibc

/// A thread's turn with cairo's fonts; it lasts as long as the value.
///
/// Cairo 1.16 locks its map of scaled fonts and its map of FreeType faces in either order: one thread
/// that draws and another that sets text with pango can each hold what the other waits for. So one
/// thread at a time has a turn. A thread may take several, one within another.
final class CairoTurn {
  init() { pthread_mutex_lock(CairoTurn.mutex) }

  deinit { pthread_mutex_unlock(CairoTurn.mutex) }

  /// Does some work within a turn.
  static func take<Result, Failure: Error>(
    _ work: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    return try work()
  }

  /// Made once, never changed and never freed, so that any thread may use it.
  private nonisolated(unsafe) static let mutex: UnsafeMutablePointer<pthread_mutex_t> = {
    let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    var attributes = pthread_mutexattr_t()
    pthread_mutexattr_init(&attributes)
    pthread_mutexattr_settype(&attributes, Int32(PTHREAD_MUTEX_RECURSIVE))
    pthread_mutex_init(mutex, &attributes)
    pthread_mutexattr_destroy(&attributes)
    return mutex
  }()
}
