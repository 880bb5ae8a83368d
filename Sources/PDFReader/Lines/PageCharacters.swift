internal import Readings

/// The characters of a page as the library gives them, before they are lines and words.
struct PageCharacters {
  /// A stretch of one font and size.
  struct Style: Equatable {
    /// Positions among the scalars of the text.
    let range: Range<Int>
    let font: String
    /// In points.
    let size: Double
  }

  /// The text; white space stands between words and lines.
  var text = ""
  /// The box of each scalar of the text; that of white space means nothing.
  var boxes: [ReadBox] = []
  /// In the order of the text; empty where nobody asked.
  var styles: [Style] = []
}
