internal import CQPDF

/// The library that packs PDF files, with its version: their bytes depend on it.
public var packingLibrary: String { "qpdf \(String(cString: qpdf_get_qpdf_version()))" }
