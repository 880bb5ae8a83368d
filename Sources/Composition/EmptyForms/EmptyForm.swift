public import Documents
internal import Domain
internal import Figures
public import Layouts

/// A form of a set as nobody has filled it in: with the ids of its columns and rows, and in every cell
/// for a figure what it would show; for whoever writes or adapts a set.
///
/// - Parameter number: the form's number, or that of the form of self-evaluations.
/// - Returns: a document of that form alone, on the smallest paper that suits it; nil where the set has
///   no such form.
public func emptyForm(_ number: String, of set: LayoutSet) -> Document? {
  let content: EmptyContent
  if let form = set.forms.first(where: { $0.number == number }) {
    content = EmptyFormContent(form: form, set: set).content
  } else if let form = set.evaluationForm, form.number == number {
    content = emptyEvaluation(form)
  } else {
    return nil
  }
  let paper = PaperChoice(content.columns, content.sections, style: set.style)
  let origin = HeadLine(
    left: "版式 \(set.name)　表 \(number)", middle: "", right: "工作表 \(content.sheetName)")
  let sheet = FormSheet(
    number: number, code: content.code, title: content.title, sheetName: content.sheetName,
    orientation: paper.orientation, fitsOnePage: true, sizes: PaperChoice.sizes,
    head: [origin] + content.head, table: paper.table, notes: content.notes)
  // There is no day of publication; the year's last one is the same whenever it is drawn.
  guard let date = CalendarDate(year: set.year, month: 12, day: 31) else { return nil }
  return Document(
    title: "\(set.name) \(number) \(content.title)", author: set.title, language: set.language,
    date: date, style: paper.style, forms: [sheet])
}

/// What is printed of an empty form, before the paper is chosen.
struct EmptyContent {
  let code: String
  let title: String
  let sheetName: String
  let head: [HeadLine]
  /// The ids of the columns.
  let columns: [String]
  /// The table with the ids of columns and rows.
  let sections: [TableSection]
  let notes: [String]
}

/// Composes a form of the accounts without any.
struct EmptyFormContent {
  let form: FormLayout
  let set: LayoutSet

  /// Stands for every account of a tree: letters in place of the digits of each level.
  private static let sampleAccount = FunctionAccount(unchecked: "AAABBCC")

  var content: EmptyContent {
    let grid = FormGrid(form, accounts: [Self.sampleAccount], names: names) { rows, block, number in
      [sample(of: rows, in: block, number: number)]
    }
    let words = CellWords(grid: grid, unitTypes: set.unitTypes)
    let table = IdentifiedTable(grid: grid, words: words)
    let empty = form.emptyNote.map { "没有数据时：\(filled($0))" }
    return EmptyContent(
      code: form.code, title: form.title, sheetName: form.sheetName,
      head: form.head.map { line in
        HeadLine(left: filled(line.left), middle: filled(line.middle), right: filled(line.right))
      },
      columns: table.columnIDs, sections: table.sections,
      notes: form.notes.map(filled) + [empty, words.scope].compactMap { $0 })
  }

  /// The row that stands for each unit, or for each text of a list.
  private func sample(of rows: RecordRows, in block: BlockLayout, number: Int) -> GridRow {
    let (id, cells): (String, [Int: CellLayout]) =
      switch rows.source {
      case .facts(let path): (path, [:])
      case .units: (IdentityKey.units, cells(of: block))
      }
    let texts = block.columns.compactMap { column in
      form.columns[column].textPath.map { (column, $0) }
    }
    return GridRow(
      id: id, wording: .record(code: "", name: id), lineNumber: nil, cells: cells,
      isLeaf: !cells.isEmpty, texts: Dictionary(uniqueKeysWithValues: texts), block: number)
  }

  /// The figure cells of a row for units; what they show is told by the columns.
  private func cells(of block: BlockLayout) -> [Int: CellLayout] {
    Dictionary(
      uniqueKeysWithValues: block.columns.compactMap { column in
        form.treeCells[form.columns[column].id].map {
          (column, CellLayout(shows: .blank, printing: $0.printing))
        }
      })
  }

  /// The set's names of accounts, with those of the samples.
  private var names: AccountNames {
    var names = set.accountNames
    for (account, level) in zip(Self.sampleAccount.lineage, accountLevelNames) {
      names.set(level, for: account.code, in: .function)
    }
    return names
  }

  /// A text with what the form says of itself; what a dossier would say stays a placeholder.
  private func filled(_ template: TextTemplate) -> String {
    template.filled { placeholder in
      switch placeholder {
      case .formCode: form.code
      case .formTitle: form.title
      case .departmentName, .fiscalYear, .priorYear, .ordinal, .publicationDate:
        "{\(placeholder.rawValue)}"
      }
    }
  }
}
