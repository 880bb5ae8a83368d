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
      Property("font.outlined", isOutlined), Property("font.shadow", hasShadow),
      Property("font.underline", underline), Property("font.position", position),
      // The system's own colour of texts is black.
      Property("font.colour", colour.inked.text, shown: colour.text),
    ]
  }

  /// The font in a word, for a part of a rich text.
  var text: String {
    let marks = [
      isBold ? "粗" : nil, isItalic ? "斜" : nil, isStruck ? "删" : nil,
      isOutlined ? "空心" : nil, hasShadow ? "阴影" : nil,
      underline.isEmpty ? nil : "下划线 \(underline)", position.isEmpty ? nil : position,
      colour == .automatic ? nil : colour.text,
    ].compactMap { $0 }
    return (["\(name) \(shortNumber(size))"] + marks).joined(separator: " ")
  }
}

extension FillReading {
  fileprivate var properties: [Property] {
    switch pattern {
    case "none": [Property("fill", "")]
    case "gradient": [Property("fill", gradient)]
    // A solid fill hides the colour behind it.
    case "solid": [Property("fill", "solid \(foreground.inked.text)")]
    default: [Property("fill", "\(pattern) \(foreground.inked.text) \(background.lit.text)")]
    }
  }
}

extension BordersReading {
  fileprivate var properties: [Property] {
    [
      left.property("border.left"), right.property("border.right"), top.property("border.top"),
      bottom.property("border.bottom"), diagonal.property("border.diagonal"),
      Property("border.diagonalUp", diagonalRunsUp),
      Property("border.diagonalDown", diagonalRunsDown),
    ]
  }
}

extension BordersReading.Side {
  fileprivate func property(_ name: String) -> Property {
    guard style != "none" else { return Property(name, "") }
    return Property(
      name, "\(style) \(colour.inked.text)",
      shown: colour == .automatic ? style : "\(style) \(colour.text)")
  }
}

extension AlignmentReading {
  fileprivate var properties: [Property] {
    [
      Property("align.horizontal", horizontal), Property("align.vertical", vertical),
      Property("align.wraps", wraps), Property("align.shrinks", shrinks),
      Property("align.indent", indent), Property("align.rotation", rotation),
      Property("align.readingOrder", readingOrder),
      Property("align.stretchesLastLine", stretchesLastLine),
    ]
  }
}

extension ColourReading {
  var text: String {
    switch self {
    case .automatic: ""
    case .rgb(let code): code
    }
  }

  /// The colour of a text or line: the system's own is black.
  fileprivate var inked: ColourReading { self == .automatic ? .rgb("FF000000") : self }

  /// The colour of a ground: the system's own is white.
  fileprivate var lit: ColourReading { self == .automatic ? .rgb("FFFFFFFF") : self }
}
