/// A cell, some cells or all cells of a sheet of a workbook.
public struct CellPlace: Hashable, Sendable {
  /// The name of the sheet.
  public var sheet: String
  /// The cells as spreadsheet programs cite them: `D13`, `A1:C3`, rows `7:7`, columns `F:F`; nil for
  /// the whole sheet.
  public var reference: String?
  /// The workbook's name; nil where it is known from what the place belongs to.
  public var file: String?

  /// Cells of a sheet.
  public init(sheet: String, reference: String? = nil, file: String? = nil) {
    self.sheet = sheet
    self.reference = reference
    self.file = file
  }

  /// The letters of a column, from 0: `A`, and `AA` for 26.
  public static func letters(ofColumn column: Int) -> String {
    var letters = ""
    var rest = column
    while rest >= 0 {
      letters = String(UnicodeScalar(UInt8(65 + rest % 26))) + letters
      rest = rest / 26 - 1
    }
    return letters
  }

  /// The letters of the first column; nil where none is cited.
  public var columnLetters: String? {
    let letters = (reference ?? "").prefix { $0.isASCII && $0.isUppercase }
    return letters.isEmpty ? nil : String(letters)
  }

  /// The first row, from 1; nil where none is cited.
  public var rowNumber: Int? {
    let rest = (reference ?? "").drop { $0.isASCII && $0.isUppercase }
    return Int(rest.prefix { $0.isASCII && $0.isNumber })
  }
}

/// A page of a paged file, or a part of it.
public struct PagePlace: Hashable, Sendable {
  /// The page, counted from 1 whatever number it prints.
  public var page: Int
  /// The paragraph or line on the page, from 1; nil for none in particular.
  public var paragraph: Int?
  /// The part of the page that is meant; nil where it is not known.
  public var box: PageBox?
  /// The file's name; nil where it is known from what the place belongs to.
  public var file: String?

  /// A page or a part of it.
  public init(page: Int, paragraph: Int? = nil, box: PageBox? = nil, file: String? = nil) {
    self.page = page
    self.paragraph = paragraph
    self.box = box
    self.file = file
  }
}

/// A rectangle on a page, in points from the upper left corner of the page, to a hundredth.
public struct PageBox: Hashable, Sendable {
  /// The distance of the left edge from the left edge of the page.
  public let left: Double
  /// The distance of the upper edge from the upper edge of the page.
  public let top: Double
  /// The distance of the right edge from the left edge of the page.
  public let right: Double
  /// The distance of the lower edge from the upper edge of the page.
  public let bottom: Double

  /// A rectangle by its edges, which are rounded to a hundredth of a point.
  public init(left: Double, top: Double, right: Double, bottom: Double) {
    self.left = Self.rounded(left)
    self.top = Self.rounded(top)
    self.right = Self.rounded(right)
    self.bottom = Self.rounded(bottom)
  }

  /// Finer than any eye, so that reports have `72.03` and not the noise of binary fractions.
  private static func rounded(_ length: Double) -> Double {
    let hundredths = (length * 100).rounded()
    return hundredths.isFinite ? hundredths / 100 : 0
  }
}

/// A place in the table of a form, as a layout set lays it out.
public struct TablePosition: Hashable, Sendable {
  /// The parts of a table's section.
  public enum Part: String, Hashable, Sendable {
    /// The rows that head the columns.
    case header
    /// The rows below.
    case body
  }

  /// The form's number in addresses.
  public let form: String
  /// The section of the table, from 1; nil where it has one only.
  public let section: Int?
  /// The part of the section in which the rows are counted.
  public let part: Part
  /// The row, from 1.
  public let row: Int
  /// The column, from 1.
  public let column: Int

  /// A place in a table.
  public init(form: String, section: Int?, part: Part, row: Int, column: Int) {
    self.form = form
    self.section = section
    self.part = part
    self.row = row
    self.column = column
  }
}
