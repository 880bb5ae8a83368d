internal import Domain
internal import Geometry
internal import Graphics
internal import Typesetting

/// A PDF file as cairo writes it, and the structure that was marked in it.
struct Drawing {
  let bytes: [UInt8]
  /// The element that holds all others.
  let structure: StructureElement
}

/// Draws the pages of a document.
func draw(_ document: TypesetDocument, metadata: PDFMetadata) throws -> Drawing {
  let pages = document.pages.map(\.items)
  var canvas = PDFCanvas(fonts: document.fonts, glyphs: glyphs(of: document, pages))
  var structure = StructureRecord()
  let navigation = PDFNavigationPlan(document)
  try describe(canvas, as: metadata)
  for (index, page) in document.pages.enumerated() {
    try canvas.beginPage(page.size)
    if index == 0 { canvas.beginElement(structure.root) }
    try navigation.mark(page, at: index, on: canvas)
    try drawGround(of: page, on: canvas)
    for item in pages[index] {
      try paint(item, on: canvas, within: &structure, navigation: navigation)
    }
  }
  if !document.pages.isEmpty { canvas.endElement(structure.root) }
  try navigation.addOutline(to: canvas)
  return Drawing(bytes: try canvas.finish(), structure: structure.complete())
}

/// The glyphs that the pages show, by face.
func glyphs(of document: TypesetDocument, _ pages: [[PageItem]]) -> [Set<UInt32>] {
  var glyphs = [Set<UInt32>](repeating: [], count: document.fonts.count)
  for run in document.pages.compactMap(\.mark).flatMap(\.runs) {
    for glyph in run.glyphs { glyphs[run.face.index].insert(glyph.id) }
  }
  for items in pages {
    for case .glyphs(let run, _) in items {
      for glyph in run.glyphs { glyphs[run.face.index].insert(glyph.id) }
    }
  }
  return glyphs
}

/// Draws what lies below the text of a page: its mark, bars and rules.
func drawGround(of page: Page, on canvas: borrowing some DrawingSurface & ~Copyable) throws {
  if let mark = page.mark { try draw(mark, on: canvas) }
  for bar in page.cells.compactMap(\.bar) { canvas.fill(bar, lightness: barLightness) }
  draw(page.rules, on: canvas)
}

/// Draws the mark of a page, first of all, so that everything else lies on it.
///
/// It is drawn as shapes, in no element below the document's: nobody who reads the page finds it among
/// the text, least of all beside a figure.
private func draw(
  _ mark: PlacedMark, on canvas: borrowing some DrawingSurface & ~Copyable
) throws {
  for run in mark.runs {
    try canvas.fill(run, at: mark.origin, turned: mark.degrees, lightness: mark.lightness)
  }
}

/// Draws the rules of a page, those of one width at once: cairo keeps account of the area of each
/// thing that is drawn, and holds every next one against it.
private func draw(_ rules: [PlacedRule], on canvas: borrowing some DrawingSurface & ~Copyable) {
  var widths: [Length] = []
  for rule in rules where !widths.contains(rule.width) { widths.append(rule.width) }
  for width in widths {
    for rule in rules where rule.width == width { canvas.addRule(from: rule.start, to: rule.end) }
    canvas.drawRules(width: width)
  }
}

/// Light enough that nobody, and no reader of files, takes a bar for a rule.
private let barLightness = 0.75

private func describe(_ canvas: borrowing PDFCanvas, as metadata: PDFMetadata) throws {
  let midnight = "\(metadata.date.description)T00:00:00Z"
  try canvas.set(.title, to: metadata.title)
  try canvas.set(.author, to: metadata.author)
  try canvas.set(.subject, to: metadata.subject)
  try canvas.set(.creator, to: metadata.creator)
  try canvas.set(.creationDate, to: midnight)
  try canvas.set(.modificationDate, to: midnight)
}

private func paint(
  _ item: PageItem, on canvas: borrowing PDFCanvas, within structure: inout StructureRecord,
  navigation: PDFNavigationPlan
) throws {
  switch item {
  case .glyphs(let run, let origin): try canvas.show(run, at: origin)
  case .begin(.link(let link), let name):
    _ = structure.begin(.link(link), name)
    try canvas.beginLink(link.areas, to: navigation.name(of: link.target))
  case .begin(let tag, let name): canvas.beginElement(structure.begin(tag, name))
  // Cairo's name for a link is that of the element.
  case .end: canvas.endElement(structure.end())
  }
}
