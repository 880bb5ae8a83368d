/// A formula of the audit: two sides that are held against each other, over figures of forms and named
/// quantities.
///
/// It is read by ``Formula/init(parsing:)``; docs/checks-guide.md has the grammar. Where it speaks of
/// rows in general (`05!*.total = 05!*.basic + 05!*.project`) it holds for each of them.
public struct Formula: Hashable, Sendable {
  /// How the sides are held against each other.
  public enum Relation: String, CaseIterable, Sendable {
    case equal = "="
    case unequal = "≠"
    case atMost = "≤"
    case atLeast = "≥"
    case less = "<"
    case greater = ">"
  }

  /// What stands on the left.
  public let left: FormulaTerm
  /// How it is held against the right.
  public let relation: Relation
  /// What stands on the right.
  public let right: FormulaTerm

  /// All cells of both sides, in the order in which they are written.
  public var cells: [CellPattern] { left.cells + right.cells }
  /// The names of quantities in both sides, in the order in which they are written.
  public var names: [String] { left.names + right.names }
}

/// A side of a formula, or a part of one.
public indirect enum FormulaTerm: Hashable, Sendable {
  /// A cell, of the row that is looked at where the pattern is of several.
  case cell(CellPattern)
  /// All cells of a pattern, added.
  case total(CellPattern)
  /// A quantity that the check names.
  case name(String)
  /// An amount or a number that is written out; zero is of every kind.
  case constant(FigureValue?)
  /// Added up.
  case sum([FormulaTerm])
  /// The first less the second.
  case difference(FormulaTerm, FormulaTerm)
  /// So many times as much.
  case multiple(Int64, FormulaTerm)
  /// The first in per cent of the second, with two decimals.
  case percentage(FormulaTerm, FormulaTerm)

  /// Hands over each part that is made of no others, in the order in which they are written.
  private func forEachLeaf(_ body: (FormulaTerm) -> Void) {
    switch self {
    case .cell, .total, .name, .constant: body(self)
    case .sum(let parts): for part in parts { part.forEachLeaf(body) }
    case .difference(let first, let second), .percentage(let first, let second):
      first.forEachLeaf(body)
      second.forEachLeaf(body)
    case .multiple(_, let part): part.forEachLeaf(body)
    }
  }

  /// Its cells, in the order in which they are written.
  public var cells: [CellPattern] {
    var cells: [CellPattern] = []
    forEachLeaf { leaf in
      switch leaf {
      case .cell(let pattern), .total(let pattern): cells.append(pattern)
      default: break
      }
    }
    return cells
  }

  /// The cells that stand for one figure each, not for a sum of several.
  public var singleCells: [CellPattern] {
    var cells: [CellPattern] = []
    forEachLeaf { if case .cell(let pattern) = $0 { cells.append(pattern) } }
    return cells
  }

  /// Its names of quantities, in the order in which they are written.
  public var names: [String] {
    var names: [String] = []
    forEachLeaf { if case .name(let name) = $0 { names.append(name) } }
    return names
  }
}

/// A cell, or cells of several rows, columns or forms: `01!income-total`, `05!*.total`, `02!款*.*`.
public struct CellPattern: Hashable, Sendable {
  /// Which rows.
  public enum Rows: Hashable, Sendable {
    /// The row of an id.
    case id(String)
    /// Each row of a group whose id begins with a text; what follows is what `*` stands for.
    case each(RowGroup, prefix: String)
    /// All rows of a group: the cells of a sum.
    case all(RowGroup)
    /// From one id to another, as the form has them: the cells of a sum.
    case range(String, String)
  }

  /// Which columns.
  public enum Columns: Hashable, Sendable {
    /// The column of an id.
    case id(String)
    /// The only column in which the row has a figure.
    case only
    /// Each column in which the row has a figure.
    case each
  }

  /// The number of the form; with `*` at its end, of each form whose number begins so.
  public let form: String
  /// Which rows of it.
  public let rows: Rows
  /// Which columns of them.
  public let columns: Columns
  /// As it is written.
  public let text: String

  /// Whether it speaks of each form of a kind.
  public var isOfEachForm: Bool { form.hasSuffix("*") }
}

/// Rows of a form by what they stand for.
public enum RowGroup: Hashable, Sendable {
  /// All rows with figures.
  case every
  /// Accounts of a level, from 0 (类).
  case accounts(level: Int)
  /// The accounts right below that of the row that is looked at.
  case below
  /// The rows of a list that records state, by its key: 资金, 指标.
  case records(String)

  /// The words for groups that every form may have.
  private static let words: [(word: String, group: RowGroup)] = [
    ("各行", .every), ("类", .accounts(level: 0)), ("款", .accounts(level: 1)),
    ("项", .accounts(level: 2)), ("下级", .below),
  ]

  /// The group that a word stands for; nil for none.
  ///
  /// - Parameter records: the lists of records that there are.
  init?(_ word: String, records: [String]) {
    if let group = Self.words.first(where: { $0.word == word })?.group {
      self = group
    } else if records.contains(word) {
      self = .records(word)
    } else {
      return nil
    }
  }
}
