internal import CXlsxWriter

/// The library that writes workbooks, with its version: their bytes depend on it.
public var spreadsheetLibrary: String { "libxlsxwriter \(String(cString: lxw_version()))" }

/// Turns one of the library's status codes into an error; the only place that does.
///
/// What we refuse ourselves never gets that far: a code is the machine's fault or a defect of ours.
func check(_ status: lxw_error, doing: @autoclosure () -> String) throws(SpreadsheetError) {
  guard status != LXW_NO_ERROR else { return }
  throw error(of: status, doing: doing())
}

private func error(of status: lxw_error, doing: String) -> SpreadsheetError {
  let text = lxw_strerror(status).map { String(cString: $0) } ?? ""
  return SpreadsheetError(.library(Int(status.rawValue), text), doing: doing)
}

/// A pointer that the library returned; it returns none when memory is short.
func present<Pointee>(
  _ pointer: UnsafeMutablePointer<Pointee>?, doing: @autoclosure () -> String
) throws(SpreadsheetError) -> UnsafeMutablePointer<Pointee> {
  guard let pointer else { throw error(of: LXW_ERROR_MEMORY_MALLOC_FAILED, doing: doing()) }
  return pointer
}
