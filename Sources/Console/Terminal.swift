internal import Glibc

/// What goes to standard error.
public enum Terminal {
  /// Prints a text as it is.
  public static func printError(_ text: String) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
      // A closed stream is no reason to fail: there is nobody left to tell.
      guard written > 0 else { return }
      rest = rest.dropFirst(written)
    }
  }
}

/// A line that says what is being done; only on a terminal, and gone when the work is.
public final class ProgressLine {
  private let isVisible = isatty(STDERR_FILENO) == 1

  /// A line that shows nothing as yet.
  public init() {}

  /// Shows a step in place of the one before.
  public func show(_ step: String) {
    guard isVisible else { return }
    Terminal.printError("\r\u{1B}[K\(step)…")
  }

  /// Takes the line away.
  public func clear() {
    guard isVisible else { return }
    Terminal.printError("\r\u{1B}[K")
  }
}
