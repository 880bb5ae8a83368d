internal import Diagnostics
internal import Figures

extension FigureBook {
  /// The same figures with the units and ledger lines that a list of the same build knows.
  ///
  /// Only figures that the list prints alike are trusted: it may be of another build.
  func explained(by list: FigureBook) -> FigureBook {
    var known: [String: Figure] = [:]
    for figure in list.figures { known[figure.comparedKey] = figure }
    return FigureBook(
      forms.map { form in
        form.with(
          form.figures.map { figure in
            guard let other = known[figure.comparedKey],
              isSamePrint(other.printed, figure.printed)
            else { return figure }
            return figure.explained(by: other)
          })
      })
  }
}

extension FigureBook {
  /// The figures of a list with what a book knows of their forms: titles, lines and columns.
  func described(by book: FigureBook) -> FigureBook {
    FigureBook(
      forms.map { form in
        guard let known = book.form(form.number) else { return form }
        let keys = Dictionary(known.figures.map { ($0.comparedKey, $0.key) }) { first, _ in first }
        return known.with(form.figures.map { $0.named(by: keys[$0.comparedKey] ?? nil) })
      })
  }
}

extension Figure {
  var comparedKey: String { address.comparedKey }
}

extension FigureAddress {
  /// The address as two files are taken to mean the same cell: without white space.
  ///
  /// A name that a narrow cell of a PDF wraps at a space has lost it there, for nothing on the page
  /// tells such a line from one that ends between two Chinese characters.
  var comparedKey: String {
    let text = description
    guard text.utf8.contains(where: Self.mayBeginWhitespace) else { return text }
    return text.contains(where: \.isWhitespace) ? text.filter { !$0.isWhitespace } : text
  }

  /// Whether a byte is white space of ASCII, or the first of any other.
  private static func mayBeginWhitespace(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...0x20, 0xC2, 0xE1...0xE3: true
    default: false
    }
  }
}

/// Whether two prints are the same to a reader: groups of digits and strokes of a dash do not count,
/// decimals do.
func isSamePrint(_ left: String, _ right: String) -> Bool {
  if left == right { return true }
  if let first = PrintedNumber(left), let second = PrintedNumber(right) {
    // A sign of per cent is part of what is read.
    return first == second && left.hasSuffix("%") == right.hasSuffix("%")
  }
  return isDash(left) && isDash(right)
}

private func isDash(_ text: String) -> Bool {
  !text.isEmpty && text.unicodeScalars.allSatisfy { "-–—―─－".unicodeScalars.contains($0) }
}
