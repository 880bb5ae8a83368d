internal import Diagnostics
internal import Glibc
internal import PDFReader
internal import ReaderProcess

/// The program that reads PDFs for `gongkai-files`, with the libraries that nothing else needs.
///
/// People do not call it: it takes requests from one pipe and answers on another.
@main
enum GongkaiPDF {
  static func main() {
    guard CommandLine.arguments.dropFirst().first == ReaderChild.argument else {
      let advice = Array("gongkai-pdf 由 gongkai 启动，读 PDF 用；要运行的是 gongkai。\n".utf8)
      _ = write(STDERR_FILENO, advice, advice.count)
      exit(64)
    }
    ReaderChild.run(answer)
  }

  /// Reads what a request asks for; nil for what is no PDF.
  private static func answer(_ request: ReadingRequest) -> Loaded<FileReading>? {
    let url = request.url
    switch request.task {
    case .workbook, .text: return nil
    case .pdf(let details):
      return readPDF(at: url, as: request.name, details: details).map(FileReading.pdf)
    case .grids(let pages):
      let grids = readGrids(of: pages, at: url)
      return Loaded(.grids(grids.map { PageGrids(page: $0.page, grids: $0.grids) }), [])
    case .pictures(let pages, let dotsPerInch):
      let pictures = drawPages(pages, at: url, dotsPerInch: dotsPerInch)
      return Loaded(.pictures(pictures.map { PagePicture(page: $0.page, bytes: $0.picture) }), [])
    case .drawingLibrary: return Loaded(.text(drawingLibrary), [])
    }
  }
}
