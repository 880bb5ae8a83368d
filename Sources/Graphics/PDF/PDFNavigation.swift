internal import CGraphics
public import Geometry

/// Outline, page labels, destinations and links: what leads a reader through the file.
extension PDFCanvas {
  /// An entry of the outline that others can be put below.
  public struct OutlineID: Sendable {
    fileprivate let value: Int32
  }

  /// Adds an entry to the outline that leads to a point of a page.
  ///
  /// - Parameters:
  ///   - page: the page's number from 1.
  ///   - parent: the entry that it stands below.
  @discardableResult
  public func addOutlineEntry(
    _ title: String, page: Int, at point: Point, below parent: OutlineID? = nil
  ) throws(GraphicsError) -> OutlineID {
    let target = "page=\(page) pos=[\(decimal(point.x)) \(decimal(point.y))]"
    let entry = cairo_pdf_surface_add_outline(
      surface, parent?.value ?? CAIRO_PDF_OUTLINE_ROOT, title, target,
      CAIRO_PDF_OUTLINE_FLAG_OPEN)
    try check("add “\(title)” to the outline")
    return OutlineID(value: entry)
  }

  /// Says how viewers call the current page: by its printed number, or by nothing.
  public func setPageLabel(_ number: Int?) throws(GraphicsError) {
    // Cairo 1.16 takes a page 1 after a page with an empty label for one more of the same kind; a
    // label that looks empty is none of that kind.
    cairo_pdf_surface_set_page_label(surface, number.map(String.init) ?? " ")
    try check("label a page")
  }

  /// Marks a point of the current page that links lead to.
  public func addDestination(_ name: String, at point: Point) throws(GraphicsError) {
    let attributes = "name='\(name)' x=\(decimal(point.x)) y=\(decimal(point.y))"
    cairo_tag_begin(context, CAIRO_TAG_DEST, attributes)
    cairo_tag_end(context, CAIRO_TAG_DEST)
    try check("mark the place \(name)")
  }

  /// Makes areas of the current page lead to a destination, earlier or later in the file.
  ///
  /// What is drawn until ``endLink()`` is the link's text. A link stands inside another tag: cairo 1.16
  /// damages the file if it does not. A link by page number to a later page loses its destination
  /// there, so that links go by name.
  public func beginLink(_ areas: [Rectangle], to name: String) throws(GraphicsError) {
    let numbers = areas.flatMap { [$0.minX, $0.minY, $0.size.width, $0.size.height] }
    let rect = numbers.map(decimal).joined(separator: " ")
    cairo_tag_begin(context, CAIRO_TAG_LINK, "rect=[\(rect)] dest='\(name)'")
    try check("link to \(name)")
  }

  /// Ends the link that was begun last.
  public func endLink() throws(GraphicsError) {
    cairo_tag_end(context, CAIRO_TAG_LINK)
    try check("end a link")
  }
}

/// A length in points to a hundredth, as cairo reads it in attributes.
private func decimal(_ length: Length) -> String {
  String((length.points * 100).rounded() / 100)
}
