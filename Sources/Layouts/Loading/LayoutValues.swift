public import Diagnostics
internal import SourceFiles

/// A value that a set states of a form, and where it was written: in the set's own file or in one that it
/// inherits.
public struct LayoutValue: Sendable {
  /// The keys from the root of the file, ids in place of positions: `columns.name.width`.
  public let path: String
  /// As it is written, on one line.
  public let text: String
  /// Where it was written.
  public let place: SourcePlace
  /// Whether it stands in a file of a set that the set inherits from.
  public let isInherited: Bool

  init(_ leaf: YAMLLeaf, in set: String) {
    path = leaf.path.joined(separator: ".")
    let texts = leaf.texts.map {
      $0.isEmpty ? "\"\"" : $0.split(separator: "\n").joined(separator: " ")
    }
    text = leaf.isList ? "[\(texts.joined(separator: ", "))]" : texts.first ?? "~"
    place = leaf.place
    isInherited = !leaf.place.isOwn(ofSet: set)
  }
}

extension LayoutLibrary {
  /// Every value of a form's file, laid over those that it inherits, then those of set.yaml that the form
  /// takes: each in the order of its file.
  ///
  /// - Parameter number: the form's number, or that of the form of self-evaluations.
  /// - Returns: empty where the set has no such form; what is wrong with its files is told where it is
  ///   loaded.
  public func values(ofForm number: String, in set: String) -> [LayoutValue] {
    guard let sources = SetSources(set, root: root, log: FindingLog(family: "L")) else { return [] }
    let main = sources.main.leaves
    let isForm = main.contains { $0.path == ["forms"] && $0.texts.contains(number) }
    let evaluation = main.first { $0.path == ["evaluation", "form"] }?.texts.first
    guard let file = isForm ? "forms/\(number).yaml" : evaluation,
      let form = sources.document(file)?.leaves
    else { return [] }
    let taken = TakenValues(form, isForm: isForm, printing: main)
    return (form + main.filter(taken.contains)).map { LayoutValue($0, in: set) }
  }
}

/// What a form takes from set.yaml.
private struct TakenValues {
  /// What the form's file names, among it formats and facts.
  private let names: Set<String>
  /// The keys of set.yaml below which all is meant.
  private let keys: Set<String>

  /// - Parameter main: the values of set.yaml, for the format of cells without one of their own.
  init(_ form: [YAMLLeaf], isForm: Bool, printing main: [YAMLLeaf]) {
    let usual = isForm ? main.filter { $0.path == ["printing", "format"] } : []
    names = Set((form + usual).flatMap(\.texts))
    let hasAccounts = form.contains { ["list", "tree"].contains($0.path.last) }
    keys = Set(
      ["page"] + (isForm ? ["printing"] : ["evaluation"]) + (hasAccounts ? ["catalogues"] : []))
  }

  func contains(_ leaf: YAMLLeaf) -> Bool {
    guard let first = leaf.path.first, let second = leaf.path.dropFirst().first else {
      return false
    }
    return switch first {
    case "formats", "facts": names.contains(second)
    // Forms have no running text.
    case "styles": second != StyleLoader.proseKey
    default: keys.contains(first)
    }
  }
}
