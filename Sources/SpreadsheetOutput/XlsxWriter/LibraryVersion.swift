internal import CXlsxWriter

/// The library that writes workbooks, with its version: their bytes depend on it.
public var spreadsheetLibrary: String { "libxlsxwriter \(String(cString: lxw_version()))" }
