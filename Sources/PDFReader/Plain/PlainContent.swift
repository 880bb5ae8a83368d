internal import Readings

/// One pass over the content of a plain page.
struct PlainContent {
  private(set) var page: PlainPage
  private var scanner: PlainScanner

  /// What `q` saves and `Q` brings back.
  private struct State {
    var matrix = Matrix()
    var isStrokeDark = true
    var isFillDark = true
    var lineWidth = 1.0
    var hasWideCaps = false
    var font: PlainFont?
    var fontSize = 0.0
    var leading = 0.0
    var characterSpace = 0.0
    var wordSpace = 0.0
  }

  /// More than any table needs; a drawing is made of many.
  private static let mostStrokes = 8_000

  private var width: Double { page.width }
  private var height: Double { page.height }

  private var state = State()
  private var saved: [State] = []
  private var textMatrix = Matrix()
  private var lineMatrix = Matrix()
  private var codes: [UInt8] = []
  private var text = String.UnicodeScalarView()
  private var seen: Set<UInt64> = []
  private var word: OpenWord?

  /// Characters that follow one another, whose boxes poppler makes as high as the font of the first of
  /// them has it, whatever fonts the others are of (TextWord in TextOutputDev.cc).
  private struct OpenWord {
    let baseline: Double
    let size: Double
    let top: Double
    let bottom: Double
    var right: Double

    /// Whether a character goes on with the word, by poppler's own limits.
    func takes(_ left: Double, baseline: Double, size: Double) -> Bool {
      let gap = (left - right) / size
      return size == self.size && abs(baseline - self.baseline) <= 0.5 && gap <= 0.1 && gap >= -0.2
    }
  }

  /// The points of the path, each with whether a line leads to it.
  private var path: [(x: Double, y: Double, isDrawn: Bool)] = []
  private var start = (x: 0.0, y: 0.0)

  init(_ bytes: UnsafeBufferPointer<UInt8>, width: Double, height: Double) {
    scanner = PlainScanner(bytes)
    page = PlainPage(width: width, height: height)
  }

  /// Reads the content.
  ///
  /// - Parameters:
  ///   - font: the font of a name.
  ///   - state: refuses a state of graphics of a name that hides or shades anything.
  mutating func read(
    font: (String) throws(NotPlain) -> PlainFont, state check: (String) throws(NotPlain) -> Void
  ) throws(NotPlain) {
    while let word = try scanner.next() {
      switch word {
      case Word.show, Word.showSpaced, Word.nextShow: try show(word)
      case Word.setFont:
        guard case .name(let name)? = scanner.operands.first else { throw NotPlain() }
        state.fontSize = try number(1)
        state.font = try font(string(name))
      case Word.textMatrix:
        lineMatrix = try matrix()
        textMatrix = lineMatrix
      case Word.move, Word.moveLeading:
        if word == Word.moveLeading { state.leading = -(try number(1)) }
        try moveLine(try number(0), try number(1))
      case Word.nextLine: try moveLine(0, -state.leading)
      case Word.leading: state.leading = try number(0)
      case Word.characterSpace: state.characterSpace = try number(0)
      case Word.wordSpace: state.wordSpace = try number(0)
      case Word.scaling: guard try number(0) == 100 else { throw NotPlain() }
      case Word.rise, Word.rendering: guard try number(0) == 0 else { throw NotPlain() }
      case Word.beginText: (textMatrix, lineMatrix) = (Matrix(), Matrix())
      case Word.endText, Word.endMark, Word.point, Word.lineJoin, Word.miter, Word.flatness,
        Word.intent:
        break
      case Word.mark, Word.markWith, Word.pointWith:
        // What belongs to a layer may be hidden.
        if case .name(let name)? = scanner.operands.first, string(name) == "OC" { throw NotPlain() }
      case Word.save:
        guard saved.count < 1_000 else { throw NotPlain() }
        saved.append(state)
      case Word.restore:
        guard let last = saved.popLast() else { throw NotPlain() }
        state = last
      case Word.concatenate: state.matrix = try matrix().followed(by: state.matrix)
      case Word.lineWidth: state.lineWidth = try number(0)
      case Word.cap: state.hasWideCaps = try number(0) == 2
      case Word.dash:
        guard scanner.operands.count == 3 else { throw NotPlain() }
      case Word.graphics:
        guard case .name(let name)? = scanner.operands.first else { throw NotPlain() }
        try check(string(name))
      case Word.strokeGray: state.isStrokeDark = isDark(try number(0))
      case Word.fillGray: state.isFillDark = isDark(try number(0))
      case Word.strokeColour: state.isStrokeDark = isDark(try number(1))
      case Word.fillColour: state.isFillDark = isDark(try number(1))
      case Word.strokeInk: state.isStrokeDark = isDark(try ink())
      case Word.fillInk: state.isFillDark = isDark(try ink())
      default: try draw(word)
      }
    }
    page.characters.text = String(text)
  }

  // MARK: - Operands

  private func number(_ index: Int) throws(NotPlain) -> Double {
    guard scanner.operands.indices.contains(index),
      case .number(let number) = scanner.operands[index]
    else { throw NotPlain() }
    return number
  }

  private func matrix() throws(NotPlain) -> Matrix {
    Matrix(
      a: try number(0), b: try number(1), c: try number(2), d: try number(3), e: try number(4),
      f: try number(5))
  }

  private func string(_ range: Range<Int>) -> String {
    String(decoding: scanner.bytes[range], as: UTF8.self)
  }

  /// Whether a drawing of the page would be dark there: by its green part, as ``PixelRows`` does.
  private func isDark(_ green: Double) -> Bool { green * 255 < 176 }

  private func ink() throws(NotPlain) -> Double {
    max(0, 1 - (try number(1)) - (try number(3)))
  }
}

// MARK: - Text

extension PlainContent {
  private mutating func moveLine(_ x: Double, _ y: Double) throws(NotPlain) {
    lineMatrix = Matrix(a: 1, b: 0, c: 0, d: 1, e: x, f: y).followed(by: lineMatrix)
    textMatrix = lineMatrix
  }

  private mutating func show(_ word: UInt32) throws(NotPlain) {
    if word == Word.nextShow { try moveLine(0, -state.leading) }
    guard let font = state.font else { throw NotPlain() }
    for operand in scanner.operands {
      switch operand {
      case .literal, .hexadecimal:
        try scanner.codes(operand, into: &codes)
        try show(font)
      case .number(let shift):
        textMatrix = Matrix(a: 1, b: 0, c: 0, d: 1, e: -shift / 1000 * state.fontSize, f: 0)
          .followed(by: textMatrix)
      case .arrayStart, .arrayEnd: break
      case .name, .other: throw NotPlain()
      }
    }
  }

  /// Shows the codes of a text.
  private mutating func show(_ font: PlainFont) throws(NotPlain) {
    let matrix = textMatrix.followed(by: state.matrix)
    // Upright and from left to right.
    guard matrix.a > 0, matrix.d > 0, matrix.b == 0, matrix.c == 0, state.fontSize > 0 else {
      throw NotPlain()
    }
    let size = matrix.d * state.fontSize
    let own = (
      top: height - matrix.f - font.ascent * size, bottom: height - matrix.f - font.descent * size
    )
    var x = 0.0
    var index = 0
    while index < codes.count {
      var code = Int(codes[index])
      index += 1
      if font.isComposite {
        guard index < codes.count else { throw NotPlain() }
        code = code << 8 | Int(codes[index])
        index += 1
      }
      let glyph = try font.glyph(code)
      let advance = glyph.width * state.fontSize
      let (left, right) = (matrix.e + x * matrix.a, matrix.e + (x + advance) * matrix.a)
      if word?.takes(left, baseline: matrix.f, size: size) != true {
        word = OpenWord(
          baseline: matrix.f, size: size, top: own.top, bottom: own.bottom, right: left)
      }
      let (top, bottom) = (word?.top ?? own.top, word?.bottom ?? own.bottom)
      word?.right = right
      if glyph.scalar == " " { word = nil }
      // poppler leaves out what lies beside the page, and all but one of texts on one another.
      guard left >= 0, left <= width, right <= width, top >= 0, bottom <= height,
        seen.insert(Self.key(glyph.scalar, left, bottom)).inserted || glyph.scalar == " "
      else { throw NotPlain() }
      text.append(glyph.scalar)
      page.characters.boxes.append(
        ReadBox(
          left: left.inThousandths, top: top.inThousandths, right: right.inThousandths,
          bottom: bottom.inThousandths))
      x += advance + state.characterSpace
      if !font.isComposite, code == 0x20 { x += state.wordSpace }
    }
    page.isPainted = true
    textMatrix = Matrix(a: 1, b: 0, c: 0, d: 1, e: x, f: 0).followed(by: textMatrix)
  }

  private static func key(_ scalar: Unicode.Scalar, _ x: Double, _ y: Double) -> UInt64 {
    UInt64(scalar.value) << 32 | UInt64(UInt16(x)) << 16 | UInt64(UInt16(y))
  }
}

// MARK: - Rules

extension PlainContent {
  private mutating func draw(_ word: UInt32) throws(NotPlain) {
    switch word {
    case Word.moveTo:
      start = (try number(0), try number(1))
      path.append((start.x, start.y, false))
    case Word.lineTo: path.append((try number(0), try number(1), true))
    case Word.close: path.append((start.x, start.y, true))
    case Word.rectangle:
      let (x, y, width, height) = (try number(0), try number(1), try number(2), try number(3))
      path += [
        (x, y, false), (x + width, y, true), (x + width, y + height, true), (x, y + height, true),
        (x, y, true),
      ]
    case Word.end: path.removeAll(keepingCapacity: true)
    case Word.stroke, Word.closeStroke:
      if word == Word.closeStroke { path.append((start.x, start.y, true)) }
      try stroke()
    case Word.fill, Word.fillOld, Word.fillEven: try fill()
    default: throw NotPlain()
    }
    guard path.count < 100_000, page.strokes.count < Self.mostStrokes else { throw NotPlain() }
  }

  private mutating func stroke() throws(NotPlain) {
    let matrix = state.matrix
    // A light line over a dark one would part it.
    guard state.isStrokeDark, matrix.b == 0, matrix.c == 0 else { throw NotPlain() }
    page.isPainted = true
    // A line without width is drawn as thin as can be.
    let across = (
      x: max(state.lineWidth * abs(matrix.a), 0.5) / 2,
      y: max(state.lineWidth * abs(matrix.d), 0.5) / 2
    )
    for (from, to) in zip(path, path.dropFirst()) where to.isDrawn {
      let (first, second) = (place(from.x, from.y), place(to.x, to.y))
      let isLevel = abs(first.y - second.y) < 0.01
      // Slanted lines are no rules.
      guard isLevel || abs(first.x - second.x) < 0.01 else { continue }
      let ends = state.hasWideCaps ? across : (x: 0, y: 0)
      page.strokes.add(
        left: min(first.x, second.x) - (isLevel ? ends.x : across.x),
        top: min(first.y, second.y) - (isLevel ? across.y : ends.y),
        right: max(first.x, second.x) + (isLevel ? ends.x : across.x),
        bottom: max(first.y, second.y) + (isLevel ? across.y : ends.y))
    }
    path.removeAll(keepingCapacity: true)
  }

  /// Fills the path: thin dark rectangles are rules; others may lie below them, never above.
  private mutating func fill() throws(NotPlain) {
    guard state.matrix.b == 0, state.matrix.c == 0, !path.isEmpty else { throw NotPlain() }
    page.isPainted = true
    var corners = path[...]
    while let first = corners.popFirst() {
      let drawn = corners.prefix(while: \.isDrawn)
      corners = corners.dropFirst(drawn.count)
      let points = ([first] + drawn).map { place($0.x, $0.y) }
      guard points.count == 4 || points.count == 5 && points[0] == points[4] else {
        throw NotPlain()
      }
      let isRectangle =
        points[0].x == points[1].x && points[1].y == points[2].y && points[2].x == points[3].x
        && points[3].y == points[0].y
        || points[0].y == points[1].y && points[1].x == points[2].x && points[2].y == points[3].y
          && points[3].x == points[0].x
      guard isRectangle else { throw NotPlain() }
      let (left, right) = (min(points[0].x, points[2].x), max(points[0].x, points[2].x))
      let (top, bottom) = (min(points[0].y, points[2].y), max(points[0].y, points[2].y))
      let isThin = min(right - left, bottom - top) <= PlainRules.thickest
      guard state.isFillDark ? isThin : page.strokes.isEmpty else { throw NotPlain() }
      if state.isFillDark { page.strokes.add(left: left, top: top, right: right, bottom: bottom) }
    }
    path.removeAll(keepingCapacity: true)
  }

  /// A point of the path on the page as it is shown.
  private func place(_ x: Double, _ y: Double) -> (x: Double, y: Double) {
    let matrix = state.matrix
    return (matrix.a * x + matrix.e, height - (matrix.d * y + matrix.f))
  }
}

/// A matrix of PDF: a point's coordinates are (ax + cy + e, bx + dy + f).
private struct Matrix {
  var a = 1.0
  var b = 0.0
  var c = 0.0
  var d = 1.0
  var e = 0.0
  var f = 0.0

  func followed(by next: Matrix) -> Matrix {
    Matrix(
      a: a * next.a + b * next.c, b: a * next.b + b * next.d, c: c * next.a + d * next.c,
      d: c * next.b + d * next.d, e: e * next.a + f * next.c + next.e,
      f: e * next.b + f * next.d + next.f)
  }
}

/// The operators of plain pages (ISO 32000-1, annex A).
private enum Word {
  static let show = plainWord("Tj")
  static let showSpaced = plainWord("TJ")
  static let nextShow = plainWord("'")
  static let setFont = plainWord("Tf")
  static let textMatrix = plainWord("Tm")
  static let move = plainWord("Td")
  static let moveLeading = plainWord("TD")
  static let nextLine = plainWord("T*")
  static let leading = plainWord("TL")
  static let characterSpace = plainWord("Tc")
  static let wordSpace = plainWord("Tw")
  static let scaling = plainWord("Tz")
  static let rise = plainWord("Ts")
  static let rendering = plainWord("Tr")
  static let beginText = plainWord("BT")
  static let endText = plainWord("ET")
  static let mark = plainWord("BMC")
  static let markWith = plainWord("BDC")
  static let endMark = plainWord("EMC")
  static let point = plainWord("MP")
  static let pointWith = plainWord("DP")
  static let save = plainWord("q")
  static let restore = plainWord("Q")
  static let concatenate = plainWord("cm")
  static let lineWidth = plainWord("w")
  static let cap = plainWord("J")
  static let lineJoin = plainWord("j")
  static let miter = plainWord("M")
  static let dash = plainWord("d")
  static let flatness = plainWord("i")
  static let intent = plainWord("ri")
  static let graphics = plainWord("gs")
  static let strokeGray = plainWord("G")
  static let fillGray = plainWord("g")
  static let strokeColour = plainWord("RG")
  static let fillColour = plainWord("rg")
  static let strokeInk = plainWord("K")
  static let fillInk = plainWord("k")
  static let moveTo = plainWord("m")
  static let lineTo = plainWord("l")
  static let close = plainWord("h")
  static let rectangle = plainWord("re")
  static let end = plainWord("n")
  static let stroke = plainWord("S")
  static let closeStroke = plainWord("s")
  static let fill = plainWord("f")
  static let fillOld = plainWord("F")
  static let fillEven = plainWord("f*")
}
