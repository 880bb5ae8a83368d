public import Domain
public import Figures

/// All that is published, before anything is measured or placed.
public struct Document: Sendable {
  /// The title in the metadata of the outputs.
  public let title: String
  /// The author in the metadata: the department's name.
  public let author: String
  /// The language of the text, as in BCP 47: `zh-CN`.
  public let language: String
  /// The only date that outputs carry.
  public let date: CalendarDate
  /// How all of it is set.
  public let style: DocumentStyle
  /// All that is printed, in reading order.
  public let blocks: [Block]
  /// What every page and sheet bears beside its text, so that nobody takes it for more: `草稿`; nil
  /// for what is published.
  public let mark: String?
  /// Names that titles do not take apart where a line has room for them: of units and accounts.
  public let words: [String]

  /// Makes a document of blocks in reading order; unless said otherwise it bears no mark.
  public init(
    title: String, author: String, language: String, date: CalendarDate, style: DocumentStyle,
    blocks: [Block], mark: String? = nil, words: [String] = []
  ) {
    self.title = title
    self.author = author
    self.language = language
    self.date = date
    self.style = style
    self.blocks = blocks
    self.mark = mark
    self.words = words
  }

  /// A document of nothing but forms.
  public init(
    title: String, author: String, language: String, date: CalendarDate, style: DocumentStyle,
    forms: [FormSheet], mark: String? = nil
  ) {
    self.init(
      title: title, author: author, language: language, date: date, style: style,
      blocks: forms.map(Block.form), mark: mark)
  }

  /// Forms and self-evaluations in the order in which they are printed.
  public var sheets: [FormSheet] {
    blocks.compactMap { block in if case .form(let form) = block { form } else { nil } }
  }

  /// The forms in the order in which they are printed.
  public var forms: [FormSheet] { sheets.filter { $0.kind == .form } }

  /// The self-evaluations in the order in which they are printed.
  public var evaluations: [FormSheet] { sheets.filter { $0.kind == .evaluation } }
}

/// What a form belongs to: each kind has a workbook of its own.
public enum FormKind: Hashable, Sendable {
  /// The final accounts: 公开01–10.
  case form
  /// 项目支出绩效自评表.
  case evaluation
}

/// One form: a page with a title, head lines, a table and notes; a sheet of the workbook.
public struct FormSheet: Sendable {
  /// Which of the two it is; decides the workbook that it goes into.
  public let kind: FormKind
  /// The form's number in the set: `05`; of an evaluation `自评-03`.
  public let number: String
  /// The code that is printed (公开05表); empty where the issuer prints none.
  public let code: String
  /// The title that is printed above the table.
  public let title: String
  /// Its entry in the contents: 一、收入支出决算总表; empty where forms are not listed there.
  public let entry: String
  /// The name of the workbook's sheet.
  public let sheetName: String
  /// How its sheet of paper is held.
  public let orientation: PageOrientation
  /// Whether the type is set smaller for the form to fit on one page; where no size does it, the
  /// largest serves.
  public let fitsOnePage: Bool
  /// The sizes of type to choose from, in place of the style's; nil where the form has none of its
  /// own.
  public let sizes: TypeSizes?
  /// The lines between title and table.
  public let head: [HeadLine]
  /// The figures with their headings.
  public let table: Table
  /// The lines below the table.
  public let notes: [String]

  /// Makes a form; unless said otherwise it is one of the accounts, without an entry in the
  /// contents.
  public init(
    kind: FormKind = .form, number: String, code: String, title: String, entry: String = "",
    sheetName: String, orientation: PageOrientation, fitsOnePage: Bool, sizes: TypeSizes? = nil,
    head: [HeadLine], table: Table, notes: [String]
  ) {
    self.kind = kind
    self.number = number
    self.code = code
    self.title = title
    self.entry = entry
    self.sheetName = sheetName
    self.orientation = orientation
    self.fitsOnePage = fitsOnePage
    self.sizes = sizes
    self.head = head
    self.table = table
    self.notes = notes
  }

  /// How many figures the form has, blank ones too.
  public var figureCount: Int {
    table.sections.reduce(0) { sum, section in
      section.body.reduce(sum) { $0 + $1.cells.count(where: \.holdsFigure) }
    }
  }

  /// The figures of the form in reading order, blank ones too.
  public var figures: [Figure] {
    var figures: [Figure] = []
    for section in table.sections {
      for row in section.body {
        for cell in row.cells {
          if case .figure(let figure) = cell.content { figures.append(figure) }
        }
      }
    }
    return figures
  }
}

/// A line above a table, with up to three texts; empty texts are left out.
public struct HeadLine: Hashable, Sendable {
  /// Set flush with the table's left edge.
  public let left: String
  /// Centred over the table.
  public let middle: String
  /// Set flush with the table's right edge.
  public let right: String

  /// Makes a line of its three texts; an empty one is left out.
  public init(left: String, middle: String, right: String) {
    self.left = left
    self.middle = middle
    self.right = right
  }
}
