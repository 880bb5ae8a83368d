internal import Diagnostics
internal import FoundationEssentials
internal import Readings
internal import SourceFiles
internal import WorkbookReader

/// Reads a workbook or a text in this process.
///
/// - Parameter cells: takes a workbook's cells as they are read; without it they stay in the value.
/// - Returns: nil where the request is for ``ReaderProgram/pdf``.
func readHere(
  _ request: ReadingRequest, cells: (any CellTaker)? = nil
) -> Loaded<FileReading>? {
  switch request.task {
  case .workbook: workbook(request, cells)
  case .text: text(request)
  case .pdf, .grids, .pictures, .drawingLibrary: nil
  }
}

private func workbook(
  _ request: ReadingRequest, _ cells: (any CellTaker)?
) -> Loaded<FileReading> {
  switch (request.ownBytes, request.beside) {
  case (let bytes?, .ownBytes(let other)):
    readWorkbook(bytes, as: request.name, beside: other).map(FileReading.partialWorkbook)
  case (let bytes?, _): readWorkbook(bytes, as: request.name).map(FileReading.workbook)
  case (nil, .file(let other)):
    readWorkbook(at: request.url, as: request.name, beside: other, cells: cells)
      .map(FileReading.partialWorkbook)
  case (nil, _):
    readWorkbook(at: request.url, as: request.name, cells: cells).map(FileReading.workbook)
  }
}

/// The largest text that is read, in bytes: a list of all figures of a department has a thousandth.
private let largestText = 64 << 20

private func text(_ request: ReadingRequest) -> Loaded<FileReading> {
  if let bytes = request.ownBytes {
    return SourceText.decode(bytes, file: request.name, family: "C").map { .text($0.text) }
  }
  let facts = try? FileManager.default.attributesOfItem(atPath: request.url.path)
  if let size = facts?[.size] as? Int, size > largestText {
    let fault = ReaderFault.longText(size, limit: largestText)
    return Loaded(nil, [fault.finding(at: SourcePlace(file: request.name))])
  }
  return SourceText.read(request.url, as: request.name, family: "C").map { .text($0.text) }
}
