internal import Graphics
internal import PDFOutput
internal import SpreadsheetOutput

/// The libraries on which the bytes of the outputs depend, each with its version.
public var libraryVersions: [String] {
  graphicsLibraries + [packingLibrary, spreadsheetLibrary]
}
