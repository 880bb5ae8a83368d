internal import CPoppler
internal import Glibc
internal import Synchronization

/// What poppler has to say about a file, which it would otherwise print on standard error.
///
/// poppler tells its errors through GLib's log, on the thread that called it, without saying which
/// file it means. So each thread has a list of its own while it reads; what nobody waits for is
/// dropped.
enum PopplerComplaints {
  /// A broken file can have millions; the first few say enough.
  private static let limit = 8

  /// The messages by the thread that reads; absent for threads that do not.
  private static let heard = Mutex<[pthread_t: [String]]>([:])

  /// Takes the place of GLib's printer for poppler's messages, once and for all.
  private static let listening: Void = {
    let levels = GLogLevelFlags(
      rawValue: G_LOG_LEVEL_MASK.rawValue | G_LOG_FLAG_FATAL.rawValue
        | G_LOG_FLAG_RECURSION.rawValue)
    for domain in ["Poppler", "GLib-GObject", "GLib"] {
      _ = g_log_set_handler(domain, levels, hear, nil)
    }
  }()

  /// Runs a body that calls poppler and returns what was complained of meanwhile.
  static func collect<Result>(
    during body: () throws -> Result
  ) rethrows -> (result: Result, complaints: [String]) {
    listening
    let thread = pthread_self()
    heard.withLock { $0[thread] = [] }
    defer { heard.withLock { $0[thread] = nil } }
    let result = try body()
    return (result, heard.withLock { $0[thread] ?? [] })
  }

  /// A message of the library; it may come on any thread.
  private static let hear: GLogFunc = { _, _, message, _ in
    guard let message else { return }
    let thread = pthread_self()
    heard.withLock { lists in
      guard let count = lists[thread]?.count, count < limit else { return }
      lists[thread]?.append(String(cString: message))
    }
  }
}
