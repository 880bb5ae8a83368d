internal import Readings

/// Reads formulas, also those that a cell shares with the first of its range.
struct SharedFormulas {
  private struct Master {
    let text: String
    let row: Int
    let column: Int
  }

  private var masters: [Int: Master] = [:]

  /// Reads the formula element of a cell; nil where it says nothing.
  mutating func read(
    _ stream: inout XMLStream, row: Int, column: Int
  ) throws(FileFault) -> FormulaReading? {
    let values = try XMLAttributes(stream)
    let text = XMLEscapes.decoded(try stream.text())
    switch values["t"] {
    case "shared":
      guard let id = values.int("si") else { return text.isEmpty ? nil : .normal(text) }
      if !text.isEmpty {
        masters[id] = Master(text: text, row: row, column: column)
        return .normal(text)
      }
      guard let master = masters[id] else { return nil }
      return .normal(
        FormulaShift.shifted(
          master.text, rows: row - master.row, columns: column - master.column))
    case "array":
      guard let range = values["ref"].flatMap(CellPlace.range) else { return .normal(text) }
      return .array(text, range: range)
    default: return text.isEmpty ? nil : .normal(text)
    }
  }
}
