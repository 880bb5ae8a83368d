internal import Readings

/// Tells whether two cells say and print the same, and how reports print what they say.
struct CellPrints {
  private let left: CellDisplay
  private let right: CellDisplay
  /// Numbers of the number formats, the same for the same code on both sides, by style.
  private let leftFormats: [Int]
  private let rightFormats: [Int]
  /// Whether every cell that says the same prints it alike, since there is one format only.
  let areAlike: Bool
  /// Whether both workbooks have the same table of styles.
  let haveOneTable: Bool

  init(_ first: WorkbookReading, _ second: WorkbookReading) {
    (left, right) = (CellDisplay(first), CellDisplay(second))
    var numbers: [String: Int] = [:]
    func number(_ code: String) -> Int {
      if let known = numbers[code] { return known }
      numbers[code] = numbers.count
      return numbers.count - 1
    }
    leftFormats = first.styles.map { number($0.numberFormat) }
    rightFormats = second.styles.map { number($0.numberFormat) }
    areAlike = numbers.count <= 1
    haveOneTable = first.styles == second.styles
  }

  /// What a cell of one side prints.
  func text(of cell: CellReading, isLeft: Bool) -> String {
    let text = (isLeft ? left : right).text(of: cell)
    return text.isEmpty ? cell.reportText : text
  }

  /// Both sides as a report prints them; nil where they say and print the same.
  func difference(_ first: CellReading?, _ second: CellReading?) -> (String, String)? {
    guard let first, let second else {
      guard let only = first ?? second, !only.isEmpty else { return nil }
      let shown = text(of: only, isLeft: first != nil)
      return first == nil ? ("", shown) : (shown, "")
    }
    // A figure is compared as what it is and as what it shows: 0.5 and 50 % are the same number, but
    // not the same print.
    if first.saysTheSame(as: second) { return printedOtherwise(first, second) }
    let (old, new) = (left.text(of: first), right.text(of: second))
    if old != new { return (old, new) }
    // What prints alike but is not the same is told as it is.
    if first.formula?.text != second.formula?.text {
      return (Self.exact(first) + Self.formula(first), Self.exact(second) + Self.formula(second))
    }
    if let formula = first.formula?.text, formula == second.formula?.text,
      Self.kind(first) == Self.kind(second)
    {
      // A formula that was left as it was when its row moved reckons with other cells.
      return (Self.exact(first) + Self.formula(first), "\(Self.exact(second))（=\(formula)，没有随行列移动）")
    }
    return (Self.exact(first) + Self.kind(first), Self.exact(second) + Self.kind(second))
  }

  /// Both prints of one number, where another number format prints it otherwise.
  private func printedOtherwise(_ first: CellReading, _ second: CellReading) -> (String, String)? {
    guard first.isValue, format(first, leftFormats) != format(second, rightFormats) else {
      return nil
    }
    let (old, new) = (left.text(of: first), right.text(of: second))
    return old == new ? nil : (old, new)
  }

  private func format(_ cell: CellReading, _ formats: [Int]) -> Int {
    formats.indices.contains(cell.style) ? formats[cell.style] : -1
  }

  private static func exact(_ cell: CellReading) -> String { cell.reportText }

  private static func formula(_ cell: CellReading) -> String {
    cell.formula.map { "（=\($0.text)）" } ?? "（无公式）"
  }

  private static func kind(_ cell: CellReading) -> String {
    switch cell.value {
    case .blank: "（空）"
    case .number: "（数值）"
    case .text: "（文字）"
    case .boolean: "（逻辑值）"
    case .error: "（错误值）"
    case .date: "（日期）"
    }
  }
}
