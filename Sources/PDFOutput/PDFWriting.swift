internal import Domain
public import FoundationEssentials
internal import Geometry
internal import Graphics
public import Typesetting

/// Writes a document as a PDF file: outline, information and every item of every page as it stands.
///
/// The same document gives the same bytes, whatever the clock, the time zone and the language.
///
/// - Throws: a `GraphicsError` when the file cannot be written.
public func writePDF(
  _ document: TypesetDocument, metadata: PDFMetadata, to url: URL
) throws {
  var canvas = try PDFCanvas(path: url.path, fonts: document.fonts)
  try describe(&canvas, as: metadata)
  for page in document.pages {
    try canvas.beginPage(page.size)
    for item in page.items { try paint(item, on: &canvas) }
  }
  for entry in document.outline {
    try canvas.addOutlineEntry(
      entry.title, page: entry.page + 1, at: Point(x: .zero, y: entry.y))
  }
  try canvas.finish()
}

private func describe(_ canvas: inout PDFCanvas, as metadata: PDFMetadata) throws {
  let midnight = "\(metadata.date.description)T00:00:00Z"
  try canvas.set(.title, to: metadata.title)
  try canvas.set(.author, to: metadata.author)
  try canvas.set(.subject, to: metadata.subject)
  try canvas.set(.creator, to: metadata.creator)
  try canvas.set(.creationDate, to: midnight)
  try canvas.set(.modificationDate, to: midnight)
}

private func paint(_ item: PageItem, on canvas: inout PDFCanvas) throws {
  switch item {
  case .glyphs(let run, let origin): try canvas.show(run, at: origin)
  case .rule(let rule): canvas.rule(from: rule.start, to: rule.end, width: rule.width)
  case .fill(let area, let gray): canvas.fill(area, gray: gray)
  }
}
