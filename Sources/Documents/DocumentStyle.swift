public import Geometry

/// How a sheet of paper is held.
public enum PageOrientation: String, CaseIterable, Sendable {
  case portrait = "纵向"
  case landscape = "横向"
}

/// Paper and text area of the forms' pages.
public struct PageStyle: Hashable, Sendable {
  /// The sheet held upright.
  public let size: Size
  /// The margins of an upright sheet and of one held sideways alike.
  public let margins: Insets
  /// The page number's line, with what stands around the number.
  public let footer: PageNumberLine
  /// From the lower edge of the sheet to the page number's baseline.
  public let footerDistance: Length
  /// From the outer edge of the sheet to the page number's line: the right edge of pages with odd
  /// numbers, the left edge of the others; nil where the line stands in the middle.
  public let footerEdge: Length?
  /// What pages say on which a form goes on; nil for nothing.
  public let continuation: Continuation?

  /// Makes a style of pages by their upright sheet.
  public init(
    size: Size, margins: Insets, footer: PageNumberLine, footerDistance: Length,
    footerEdge: Length? = nil, continuation: Continuation? = nil
  ) {
    self.size = size
    self.margins = margins
    self.footer = footer
    self.footerDistance = footerDistance
    self.footerEdge = footerEdge
    self.continuation = continuation
  }

  /// The sheet's size when held as given.
  public func size(_ orientation: PageOrientation) -> Size {
    orientation == .portrait ? size : size.turned
  }
}

/// The line above a table that goes on: its title with what stands around it, the form's code, and
/// what stands at the right of the last line above the table, its unit.
public struct Continuation: Hashable, Sendable {
  /// What stands before the title; may be empty.
  public let before: String
  /// What stands behind the title: （续表）; may be empty.
  public let after: String

  /// Takes what stands around the title.
  public init(before: String, after: String) {
    self.before = before
    self.after = after
  }

  /// The title of a form that goes on.
  public func title(_ title: String) -> String { before + title + after }

  /// The line of a form.
  public func line(of form: FormSheet) -> HeadLine {
    HeadLine(left: title(form.title), middle: form.code, right: form.head.last?.right ?? "")
  }
}

/// A font role and a size.
public struct TextStyle: Hashable, Sendable {
  /// The role by the name that `Fonts/roles.yaml` gives it: `表格`.
  public let role: String
  /// The size of the type, from 7 pt in layout sets.
  public let size: Length
  /// From one baseline to the next, as a multiple of the size.
  public let lineHeight: Double

  /// Makes a style; the line height is a multiple of the size.
  public init(role: String, size: Length, lineHeight: Double) {
    self.role = role
    self.size = size
    self.lineHeight = lineHeight
  }

  /// The same style in another size.
  public func resized(to size: Length) -> TextStyle {
    TextStyle(role: role, size: size, lineHeight: lineHeight)
  }
}

/// How tables are set.
public struct TableStyle: Hashable, Sendable {
  /// The font role of header cells.
  public let headerRole: String
  /// The font role of labels, names and codes.
  public let bodyRole: String
  /// The font role of figures.
  public let figureRole: String
  /// The font role of totals and of the uppermost rows of a tree, names, codes and figures; nil where
  /// they are set as all others.
  public let strongRole: String?
  /// By how much the name of a 款 is moved to the right, that of a 项 by twice as much.
  public let levelIndent: Length
  /// The sizes to choose from.
  public let sizes: TypeSizes
  /// From one baseline to the next inside a cell, as a multiple of the size.
  public let lineHeight: Double
  /// From a cell's edges to its text.
  public let padding: Insets
  /// From a figure to the right edge of its cell.
  public let figurePadding: Length
  /// The words that headings do not take apart.
  public let headWords: HeadWords
  /// For forms that must fit on one page: the paddings above and below to choose from in each size,
  /// the most generous first.
  public let fittingPaddings: [Length]
  /// The thickness of the ruling lines.
  public let ruleWidth: Length

  /// Makes a style; unless said otherwise all rows look alike, forms that must fit keep the usual
  /// padding, and figures stand as near to the edge as other text.
  public init(
    headerRole: String, bodyRole: String, figureRole: String, strongRole: String? = nil,
    levelIndent: Length = .zero, sizes: TypeSizes, lineHeight: Double,
    padding: Insets, figurePadding: Length? = nil, headWords: HeadWords = HeadWords(),
    fittingPaddings: [Length] = [], ruleWidth: Length
  ) {
    self.headerRole = headerRole
    self.bodyRole = bodyRole
    self.figureRole = figureRole
    self.strongRole = strongRole
    self.levelIndent = levelIndent
    self.sizes = sizes
    self.lineHeight = lineHeight
    self.padding = padding
    self.figurePadding = figurePadding ?? padding.right
    self.headWords = headWords
    self.fittingPaddings = fittingPaddings
    self.ruleWidth = ruleWidth
  }
}

extension TableStyle {
  /// From the left edge of a cell to its text.
  public func leftPadding(_ cell: TableCell) -> Length {
    cell.level == 0 ? padding.left : padding.left + levelIndent * Double(cell.level)
  }

  /// From the right edge of a cell to its text.
  public func rightPadding(_ role: CellRole) -> Length {
    role.isRightAligned ? figurePadding : padding.right
  }
}

extension CellRole {
  /// Whether text stands flush right, as figures do.
  public var isRightAligned: Bool { self == .figure || self == .number }

  /// The font role that sets such cells, on pages and in workbooks alike.
  fileprivate func fontRole(in style: TableStyle) -> String {
    switch self {
    case .header: style.headerRole
    case .code, .name, .label, .totalLabel, .side, .group, .value, .text, .filler: style.bodyRole
    case .lineNumber, .figure, .number, .bar: style.figureRole
    }
  }
}

extension TableCell {
  /// The font role that sets the cell, on pages and in workbooks alike; a heading that is a number is
  /// set as all numbers of the table are.
  public func fontRole(in style: TableStyle) -> String {
    if isStrong, let strong = style.strongRole { return strong }
    guard role == .header, case .text(let text) = content else { return role.fontRole(in: style) }
    let isNumber = text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    return isNumber ? style.figureRole : style.headerRole
  }
}

/// The typography of a document; data of a layout set.
public struct DocumentStyle: Hashable, Sendable {
  /// Paper, margins and page numbers of the forms' pages.
  public let formPage: PageStyle
  /// The title above a form's table.
  public let formTitle: TextStyle
  /// The lines between title and table.
  public let headLine: TextStyle
  /// The lines below the table.
  public let note: TextStyle
  /// The page number's line at the foot of each numbered page.
  public let pageNumber: TextStyle
  /// How tables are set, those in running text too.
  public let table: TableStyle
  /// How running text is set; nil for a document of nothing but forms.
  public let prose: ProseStyle?

  /// Makes a style; without one for running text it serves documents of nothing but forms.
  public init(
    formPage: PageStyle, formTitle: TextStyle, headLine: TextStyle, note: TextStyle,
    pageNumber: TextStyle, table: TableStyle, prose: ProseStyle? = nil
  ) {
    self.formPage = formPage
    self.formTitle = formTitle
    self.headLine = headLine
    self.note = note
    self.pageNumber = pageNumber
    self.table = table
    self.prose = prose
  }

  /// The font role of a document's mark, on pages and in workbooks alike.
  public var markRole: String { formTitle.role }

  /// The sizes of type that a form's table may have.
  public func sizes(of form: FormSheet) -> TypeSizes { form.sizes ?? table.sizes }
}
