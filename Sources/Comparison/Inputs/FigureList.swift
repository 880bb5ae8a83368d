internal import Figures
public import Readings
public import Recognition

/// A figure as comparison takes it, whatever it was read from.
public struct ComparedFigure: Hashable, Sendable {
  /// The public address: `05!2080501.2`.
  public var address: String
  /// What is printed; empty for a blank, `——` for a cell that is never filled.
  public var printed: String
  public var place: ReadPlace
  /// What the printed number counts: `万元`; nil where it is not known.
  public var unit: String?
  /// The lines of the ledger behind it: `expenditure.csv:41`.
  public var sources: [String]

  /// The address as two files are taken to mean the same cell: without white space.
  ///
  /// A name that a narrow cell of a PDF wraps at a space has lost it there, for nothing on the page
  /// tells such a line from one that ends between two Chinese characters.
  var key: String { address.contains(where: \.isWhitespace) ? spaceless(address) : address }

  public init(
    address: String, printed: String, place: ReadPlace, unit: String? = nil, sources: [String] = []
  ) {
    self.address = address
    self.printed = printed
    self.place = place
    self.unit = unit
    self.sources = sources
  }
}

/// The figures of a form.
public struct ComparedForm: Hashable, Sendable {
  /// The form's number in addresses: `05`.
  public var number: String
  /// Empty where it is not known.
  public var title: String
  public var figures: [ComparedFigure]

  public init(number: String, title: String = "", figures: [ComparedFigure]) {
    self.number = number
    self.title = title
    self.figures = figures
  }
}

/// The figures of a file, form by form.
public struct FigureList: Hashable, Sendable {
  public var forms: [ComparedForm]

  public init(forms: [ComparedForm]) { self.forms = forms }

  /// The figures that a layout set's titles and headings make known.
  public init(_ recognition: RecognisedFile) {
    forms = recognition.forms.map { form in
      ComparedForm(
        number: form.number, title: form.title,
        figures: form.figures.map {
          ComparedFigure(
            address: $0.address.description, printed: $0.printed, place: $0.place)
        })
    }
  }

  /// The figures of a `figures.csv`, ours or another.
  public init(_ reading: FiguresReading) {
    var places: [String: Int] = [:]
    forms = []
    for row in reading.rows {
      let place = places[row.form] ?? forms.count
      if place == forms.count {
        places[row.form] = place
        forms.append(ComparedForm(number: row.form, figures: []))
      }
      forms[place].figures.append(
        ComparedFigure(
          address: row.address.description, printed: row.printed, place: .line(row.line),
          unit: row.printedUnit, sources: row.sources))
    }
  }

  /// The same figures with the units and ledger lines that a `figures.csv` beside the file knows.
  ///
  /// Only figures that the list prints alike are trusted: it may be of another build.
  public func explained(by reading: FiguresReading) -> FigureList {
    var known: [String: ReadFigure] = [:]
    for row in reading.rows { known[spaceless(row.address.description)] = row }
    var result = self
    for form in result.forms.indices {
      for index in result.forms[form].figures.indices {
        let figure = result.forms[form].figures[index]
        guard let row = known[figure.key], isSamePrint(row.printed, figure.printed) else {
          continue
        }
        result.forms[form].figures[index].unit = row.printedUnit
        result.forms[form].figures[index].sources = row.sources
      }
    }
    return result
  }
}

extension ReadFigure {
  /// What the printed number counts.
  ///
  /// The list gives the unit of the exact value; an amount of 元 that is printed ten thousand times
  /// smaller is printed in 万元.
  var printedUnit: String? {
    guard let unit, unit == "元" else { return unit }
    guard let shown = PrintedNumber(printed), let exact = exact.flatMap({ PrintedNumber($0) }),
      let rest = exact.minus(shown)
    else { return "万元" }
    return rest.isWithin(PrintedNumber(units: 1, decimals: 0)) && exact.units != 0 ? unit : "万元"
  }
}

/// A text without white space.
private func spaceless(_ text: String) -> String { text.filter { !$0.isWhitespace } }

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
