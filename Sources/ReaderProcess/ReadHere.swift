internal import Diagnostics
internal import FoundationEssentials
internal import PDFReader
internal import Readings
internal import SourceFiles
internal import WorkbookReader

/// Does what a request asks for, in this process.
///
/// - Parameter cells: takes a workbook's cells as they are read; without it they stay in the value.
func readHere(
  _ request: ReadingRequest, cells: (any CellTaker)? = nil
) -> Loaded<FileReading> {
  switch request.task {
  case .workbook: workbook(request, cells)
  case .pdf(let details):
    readPDF(at: request.url, as: request.name, details: details).map(FileReading.pdf)
  case .text: text(request)
  case .grids(let pages):
    Loaded(
      .grids(
        readGrids(of: pages, at: request.url).map { PageGrids(page: $0.page, grids: $0.grids) }),
      [])
  case .pictures(let pages, let dotsPerInch):
    Loaded(
      .pictures(
        drawPages(pages, at: request.url, dotsPerInch: dotsPerInch).map {
          PagePicture(page: $0.page, bytes: $0.picture)
        }), [])
  case .drawingLibrary: Loaded(.text(drawingLibrary), [])
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
