internal import Readings

extension StyleReading {
  /// All that a style sets, property by property.
  var properties: [Property] {
    [Property("numberFormat", numberFormat)] + font.properties + fill.properties
      + borders.properties + alignment.properties
      + [Property("isLocked", isLocked), Property("hidesFormula", hidesFormula)]
  }
}

extension FontReading {
  var properties: [Property] {
    [
      Property("font.name", name), Property("font.size", size), Property("font.bold", isBold),
      Property("font.italic", isItalic), Property("font.struck", isStruck),
      Property("font.underline", underline), Property("font.position", position),
      Property("font.colour", colour.text),
    ]
  }

  /// The font in a word, for a part of a rich text.
  var text: String {
    let marks = [
      isBold ? "粗" : nil, isItalic ? "斜" : nil, isStruck ? "删" : nil,
      underline.isEmpty ? nil : "下划线 \(underline)", position.isEmpty ? nil : position,
      colour == .automatic ? nil : colour.text,
    ].compactMap { $0 }
    return (["\(name) \(shortNumber(size))"] + marks).joined(separator: " ")
  }
}

extension FillReading {
  fileprivate var properties: [Property] {
    guard pattern != "none" else { return [Property("fill", "")] }
    return [Property("fill", "\(pattern) \(foreground.text) \(background.text)")]
  }
}

extension BordersReading {
  fileprivate var properties: [Property] {
    [
      Property("border.left", left.text), Property("border.right", right.text),
      Property("border.top", top.text), Property("border.bottom", bottom.text),
      Property("border.diagonal", diagonal.text),
      Property("border.diagonalUp", diagonalRunsUp),
      Property("border.diagonalDown", diagonalRunsDown),
    ]
  }
}

extension BordersReading.Side {
  fileprivate var text: String {
    if style == "none" { return "" }
    return colour == .automatic ? style : "\(style) \(colour.text)"
  }
}

extension AlignmentReading {
  fileprivate var properties: [Property] {
    [
      Property("align.horizontal", horizontal), Property("align.vertical", vertical),
      Property("align.wraps", wraps), Property("align.shrinks", shrinks),
      Property("align.indent", indent), Property("align.rotation", rotation),
    ]
  }
}

extension ColourReading {
  var text: String {
    switch self {
    case .automatic: ""
    case .rgb(let code): code
    case .theme(let number, let tint):
      tint == 0 ? "主题色 \(number)" : "主题色 \(number)（\(shortNumber(tint))）"
    }
  }
}
