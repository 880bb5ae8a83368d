internal import Documents
internal import Geometry
internal import Graphics

/// Sets the cover: the issuer and below it the title in the upper third, the foot at the foot.
struct CoverTypesetter {
  let cover: Cover
  let block: Int
  let pages: TextPages

  private var style: ProseStyle { pages.style }
  private var margins: Insets { style.page.margins }
  private var height: Length { style.page.size.height - margins.top - margins.bottom }
  private var width: Length { style.page.size.width - margins.left - margins.right }

  /// The cover's page, which bears no number; nil where a page does not hold its texts.
  func typeset() throws -> Page? {
    var scale = 1.0
    var (upper, lower) = try parts(scale: scale)
    // Smaller only where a very long name leaves no room, and never so small that it is lost.
    while upper.height + lower.height + style.pitch > height, scale > smallestScale {
      scale -= 0.1
      (upper, lower) = try parts(scale: scale)
    }
    guard upper.height + lower.height <= height + tolerance else { return nil }
    let free = height - upper.height - lower.height
    // The title stands where the eye looks for it, in the upper third of the page.
    let third = style.page.size.height / 3 - margins.top - upper.height
    let top = margins.top + max(.zero, min(max(third, height * 0.05), free / 2))
    let foot = margins.top + height - lower.height
    return try pages.page(
      place(upper, from: top) + place(lower, from: foot), number: nil, end: .textEnds)
  }

  /// Lines of one size, or the blank between two texts.
  private struct Stack {
    struct Row {
      let set: SetLine?
      let part: PlacedText.Part
      let size: Length
      let height: Length
    }

    var rows: [Row] = []
    var height: Length { rows.map(\.height).sum() }
  }

  private func parts(scale: Double) throws -> (upper: Stack, lower: Stack) {
    var (upper, lower) = (Stack(), Stack())
    try add(cover.issuer, .coverIssuer, style.cover.issuer, scale: scale, to: &upper)
    if !upper.rows.isEmpty {
      let gap = style.cover.title.size * scale
      upper.rows.append(Stack.Row(set: nil, part: .coverTitle, size: gap, height: gap))
    }
    try add(cover.title, .coverTitle, style.cover.title, scale: scale, to: &upper)
    try add(cover.foot, .coverFoot, style.cover.foot, scale: scale, to: &lower)
    return (upper, lower)
  }

  private func add(
    _ text: String, _ part: PlacedText.Part, _ style: TextStyle, scale: Double,
    to stack: inout Stack
  ) throws {
    let scaled = style.resized(to: style.size * scale)
    let setter = ParagraphSetter(measure: pages.measure, width: width)
    stack.rows += try setter.centred(text, style: scaled).map { set in
      Stack.Row(
        set: set, part: part, size: scaled.size, height: scaled.size * scaled.lineHeight)
    }
  }

  private func place(_ stack: Stack, from start: Length) -> [PlacedText] {
    var top = start
    var texts: [PlacedText] = []
    for row in stack.rows {
      if let set = row.set {
        let line = PlacedLine(
          set.line, x: margins.left + set.x, top: top, size: row.size,
          lineHeight: row.height.points / row.size.points)
        texts.append(PlacedText(part: row.part, line: line, block: block))
      }
      top += row.height
    }
    return texts
  }
}

private let smallestScale = 0.35
