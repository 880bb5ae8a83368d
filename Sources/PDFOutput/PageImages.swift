internal import Graphics
public import Typesetting

/// Makes the bytes of a PNG file of each page of a document, with all that its PDF file shows.
///
/// - Parameter resolution: in pixels an inch.
/// - Throws: a `GraphicsError` when a page cannot be drawn.
public func makePNGs(_ document: TypesetDocument, resolution: Int) throws -> [[UInt8]] {
  let pages = document.pages.map(\.items)
  let glyphs = glyphs(of: document, pages)
  return try zip(document.pages, pages).map { page, items in
    let image = PageImage(
      of: page.size, resolution: resolution, fonts: document.fonts, glyphs: glyphs)
    try drawGround(of: page, on: image)
    for case .glyphs(let run, let origin) in items { try image.show(run, at: origin) }
    return try image.png()
  }
}
