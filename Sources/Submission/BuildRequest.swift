public import Domain
public import Dossiers
public import Figures
public import FoundationEssentials
public import Layouts
internal import Typesetting

/// What a build makes.
public enum OutputFormat: String, CaseIterable, Sendable {
  case xlsx
  case pdf
}

/// A dossier, and what is made of it; by which layout set and fonts is said elsewhere.
public struct BuildOrder: Sendable {
  /// The dossier's folder, or the workbook that was filled in.
  public var dossier: URL
  /// What that workbook says; nil for a folder.
  public var sheets: DossierSheets?
  /// The output folder itself; nil for `Out/<部门代码>-<年度>` in the working folder.
  public var out: URL?
  /// The folder in which the program was started.
  public var workingFolder: URL
  /// The kinds of file that are written.
  public var formats: Set<OutputFormat>
  /// The numbers of the forms that are written; nil for all.
  public var forms: [String]?
  /// The numbers of the parts that are written, counted from 1 in printed order; nil for the whole
  /// document with cover and contents.
  public var parts: [String]?
  /// The catalogues of account names that people have brought in; nil for none.
  public var catalogues: UserCatalogues?
  /// Reads what was published of the year before, to be held against it; nil where nobody does.
  public var lastYearReader: PublishedYearReader?
  /// Replaces the dossier's 公开日期 as the date of all outputs.
  public var date: CalendarDate?
  /// Whether every page and every sheet says that it is a draft, which is written whatever the audit
  /// says.
  public var isDraft = false
  /// Whether it is written, as it would be published, although the audit finds errors: for those who hold
  /// it against something, and publish nothing.
  public var isWrittenWithErrors = false

  /// What they say then.
  public static let draftMark = "草稿"

  /// Everything of a dossier.
  public init(dossier: URL, workingFolder: URL) {
    self.dossier = dossier
    self.workingFolder = workingFolder
    formats = Set(OutputFormat.allCases)
  }
}

extension BuildOrder {
  /// Where the dossier is read.
  var source: DossierSource { sheets.map { .sheets($0) } ?? .folder(dossier) }

  /// Whether any of what is written holds text beside the forms.
  var hasText: Bool { parts != nil || (forms == nil && formats.contains(.pdf)) }

  /// What it needs of the layout set: whoever asks for forms alone waits for nothing else.
  var extent: LayoutExtent { forms != nil && !hasText ? .checks : .whole }
}

/// What a clerk asks for: a dossier built, by the layout set and with the fonts of a data folder.
public struct BuildRequest: Sendable {
  /// What is built.
  public var order: BuildOrder
  /// The layout set by name; nil for the one that the dossier names.
  public var layout: String?
  /// Where layout sets and fonts are.
  public var data: DataFolder
  /// A file of font roles whose faces are asked first; nil for the project's alone.
  public var fonts: URL?

  /// A build by what a data folder holds.
  public init(_ order: BuildOrder, data: DataFolder) {
    self.order = order
    self.data = data
  }
}

/// A step of a build, for progress.
public enum BuildStage: String, CaseIterable, Sendable {
  case reading = "读取卷宗"
  case composing = "编制各表"
  case fonts = "准备字体"
  case workbook = "写工作簿"
  case pages = "排版并写 PDF"
  case both = "写工作簿，同时排版并写 PDF"
  case exchange = "替换输出文件夹"
}

/// A file that a build wrote.
public struct WrittenFile: Hashable, Sendable {
  /// Its name in the output folder.
  public let name: String
  /// Its size.
  public let bytes: Int
  /// Whether it is handed in and published; the others stay with the department.
  public let isPublished: Bool
}

/// What a build made.
public struct BuildSummary: Sendable {
  /// The output folder.
  public let folder: URL
  /// The files in the order in which they were written.
  public let files: [WrittenFile]
  /// The forms of the accounts that were made.
  public let forms: Int
  /// The self-evaluations.
  public let evaluations: Int
  /// The sheets of all workbooks.
  public let sheets: Int
  /// All pages of the PDF.
  public let pages: Int
  /// Those of them that bear no number.
  public let frontPages: FrontPages
  /// The figures, blank ones too.
  public let figures: Int
  /// All figures of the dossier, with the words that are printed around them.
  public let book: FigureBook
  /// The money that the layout set shows at a glance, as printed; empty where it names none.
  public let glance: [GlanceFigure]
  /// Whether all of it is marked as a draft.
  public let isDraft: Bool
  /// The list of figures that an earlier build had left in the folder; nil where none had.
  public let formerFigures: [UInt8]?

  /// The name of the list of figures in an output folder.
  public static let figuresFile = "figures.csv"
  /// The name of the record of what was read and written.
  public static let manifestFile = "manifest.json"
}

/// How many pages stand before the numbered ones.
public struct FrontPages: Hashable, Sendable {
  /// The pages of the cover.
  public let cover: Int
  /// The pages of the table of contents.
  public let contents: Int

  /// Those among the pages of a document.
  init(_ pages: [Page]) {
    let front = pages.filter { $0.number == nil }
    contents = front.count { page in
      page.texts.contains { text in
        switch text.part {
        case .contentsTitle, .contentsEntry: true
        default: false
        }
      }
    }
    cover = front.count - contents
  }
}
