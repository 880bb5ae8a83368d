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

  /// Whether a message says that the machine lacks what tells the characters of a Chinese font that is
  /// not embedded (`Missing language pack for 'Adobe-GB1' mapping`); the text is lost then.
  static func isOfMissingEncodings(_ message: String) -> Bool {
    ["language pack", "CMap file for", "for character collection"].contains { message.contains($0) }
  }

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
    let (thread, text) = (pthread_self(), String(cString: message))
    heard.withLock { lists in
      guard let list = lists[thread],
        list.count < limit
          || isOfMissingEncodings(text) && !list.contains(where: isOfMissingEncodings)
      else { return }
      lists[thread]?.append(text)
    }
  }
}
