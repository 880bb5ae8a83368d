public import Diagnostics
public import Figures
public import FoundationEssentials
public import SourceFiles

/// Reads a CSV file of figures: ours (`form,row,column,printed,印刷单位,exact,unit,sources`), or one taken
/// down from a publication (`form,row,column,published`).
///
/// Both have the same three keys, which make up the public address; the columns may stand in any
/// order. Keys are brought to one spelling (``normalizedKey(_:)``), so that `5!2080501.2`, as Excel
/// leaves it when it saves the file, is `05!2080501.2`.
///
/// - Parameter file: its name in messages.
/// - Returns: the figures, and all faults with their places (`C010` to `C015`, `C040` to `C046`).
public func readFiguresCSV(at url: URL, as file: String) -> Loaded<FigureBook> {
  let source = SourceText.read(url, as: file, family: "C")
  guard let text = source.value else { return Loaded(nil, source.findings) }
  return readFiguresCSV(text)
}

/// Reads the bytes of a CSV file of figures.
public func readFiguresCSV(_ bytes: [UInt8], as file: String) -> Loaded<FigureBook> {
  let source = SourceText.decode(bytes, file: file, family: "C")
  guard let text = source.value else { return Loaded(nil, source.findings) }
  return readFiguresCSV(text)
}

/// Reads the text of a CSV file of figures.
public func readFiguresCSV(_ text: SourceText) -> Loaded<FigureBook> {
  let table = CSVFile.parse(text, family: "C")
  var findings = table.findings
  guard let heading = table.value?.records.first else {
    let finding = FiguresFault.empty.finding(at: SourcePlace(file: text.file))
    return Loaded(nil, findings + [finding])
  }
  let columns = FiguresHeading(heading)
  findings += columns.findings
  guard !columns.findings.hasErrors else { return Loaded(nil, findings) }
  var figures: [Figure] = []
  var lines: [String: SourcePlace] = [:]
  for record in table.value?.records.dropFirst() ?? [] {
    let row = columns.figure(of: record)
    findings += row.findings
    guard let figure = row.value, let place = record.first?.place else { continue }
    let address = figure.address.description
    if let first = lines[address] {
      findings.append(FiguresFault.repeated(address).finding(at: place, related: [first]))
    } else {
      lines[address] = place
      figures.append(figure)
    }
  }
  if figures.isEmpty, findings.isEmpty, let place = heading.first?.place {
    findings.append(FiguresFault.headingOnly.finding(at: place))
  }
  return Loaded(findings.hasErrors ? nil : FigureBook(listing: figures), findings)
}

extension FigureBook {
  /// The book of a list, whose forms come in the order of their first figures.
  fileprivate init(listing figures: [Figure]) {
    var order: [String] = []
    var forms: [String: [Figure]] = [:]
    for figure in figures {
      if forms[figure.address.form] == nil { order.append(figure.address.form) }
      forms[figure.address.form, default: []].append(figure)
    }
    self.init(order.map { FigureForm(number: $0, figures: forms[$0] ?? []) })
  }
}

/// A key in the one spelling in which keys are compared: without white space, and with the plain
/// forms of full-width letters, digits and marks.
///
/// A form's number has two digits at least; programs that take it for a number drop the zero.
func normalizedKey(_ text: String) -> String {
  var scalars = String.UnicodeScalarView()
  for scalar in text.unicodeScalars where !scalar.properties.isWhitespace {
    // The full-width forms stand in the order of ASCII. Brackets and commas stay: they are what
    // labels are printed with.
    let isWide =
      scalar.properties.generalCategory != .otherPunctuation
      && (0xFF10...0xFF5A).contains(scalar.value) && scalar.value - 0xFEE0 != 0x60
    let plain = isWide ? Unicode.Scalar(scalar.value - 0xFEE0) : nil
    scalars.append(plain ?? scalar)
  }
  return String(scalars)
}

/// The number of a form in the spelling of addresses.
func normalizedForm(_ text: String) -> String {
  let key = normalizedKey(text)
  let isDigit = key.utf8.count == 1 && key.utf8.allSatisfy { (0x30...0x39).contains($0) }
  return isDigit ? "0" + key : key
}
