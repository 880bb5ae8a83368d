internal import CXlsxWriter

/// The library that writes workbooks, with its version: their bytes depend on it.
public var spreadsheetLibrary: String { "libxlsxwriter \(String(cString: lxw_version()))" }

/// Turns one of the library's status codes into an error; the only place that does.
///
/// What we refuse ourselves never gets that far: a code is the machine's fault or a defect of ours.
func check(_ status: lxw_error, doing: @autoclosure () -> String) throws(SpreadsheetError) {
  guard status != LXW_NO_ERROR else { return }
  let text = lxw_strerror(status).map { String(cString: $0) } ?? ""
  throw SpreadsheetError(.library(Int(status.rawValue), text), doing: doing())
}

/// A pointer that the library returned; it returns none when memory is short.
func present<Pointee>(
  _ pointer: UnsafeMutablePointer<Pointee>?, doing: @autoclosure () -> String
) throws(SpreadsheetError) -> UnsafeMutablePointer<Pointee> {
  guard let pointer else {
    try check(LXW_ERROR_MEMORY_MALLOC_FAILED, doing: doing())
    preconditionFailure("an error code of libxlsxwriter was taken for success")
  }
  return pointer
}
