import Documents
import Geometry
import SpreadsheetOutput

extension RowMeasure {
  /// Measures without fonts: a Chinese character is 1 em wide, an ASCII one half of that; lines are
  /// broken wherever the next character does not fit.
  static var fake: RowMeasure {
    RowMeasure(
      height: { text, style, width in
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let count = lines.map { lineCount(of: $0, style, width) }.reduce(0, +)
        return style.size * style.lineHeight * Double(count)
      },
      width: { text, style in
        text.map { style.size * ems($0) }.sum()
      })
  }

  private static func ems(_ character: Character) -> Double { character.isASCII ? 0.5 : 1 }

  private static func lineCount(
    of line: Substring, _ style: TextStyle, _ width: Length
  ) -> Int {
    var (count, used) = (1, Length.zero)
    for character in line {
      let advance = style.size * ems(character)
      if used + advance > width, used > .zero {
        count += 1
        used = .zero
      }
      used += advance
    }
    return count
  }
}
