internal import Diagnostics
internal import Domain
internal import Dossiers
internal import Layouts
internal import SourceFiles

extension ExportFault {
  /// Why a word stands for nothing.
  enum Kind: Hashable {
    case unknown
    case unclear(meanings: [String], reason: String)
    case otherChart(chart: String, name: String, meanings: [String])
  }
}

/// Makes the dossier's words and codes of those of an export.
struct FieldReader {
  /// What a text comes to.
  enum Value: Hashable {
    case known(String)
    case empty
    case open(ExportFault.Kind)
  }

  let context: ExportContext
  let mapping: ExportMapping
  private var cache: [TableHeading: [String: Value]] = [:]
  /// Words that stand for others, as they were understood without being written down by people.
  private(set) var understood: [TableHeading: [String: String]] = [:]

  init(context: ExportContext, mapping: ExportMapping) {
    self.context = context
    self.mapping = mapping
  }

  mutating func value(_ text: String, of column: DossierTable.Column) -> Value {
    guard !text.isEmpty else { return .empty }
    if let value = cache[column.heading]?[text] { return value }
    let value = read(text, of: column)
    cache[column.heading, default: [:]][text] = value
    return value
  }

  private mutating func read(_ text: String, of column: DossierTable.Column) -> Value {
    if let entry = mapping.words[column.heading]?[folded(text)] { return .known(entry.text) }
    let value: Value =
      switch column.content {
      case .unit: unit(text)
      case .word(let list): word(text, in: list)
      case .function(let atLowestLevel): function(text, atLowestLevel: atLowestLevel)
      case .economic: economic(text)
      case .amount, .text: .known(text)
      }
    if case .known(let meaning) = value, column.content != .text {
      understood[column.heading, default: [:]][text] = meaning
    }
    return value
  }

  /// A unit by its code, alone or with its name, or by its exact name.
  private func unit(_ text: String) -> Value {
    let plain = plainCode(text)
    guard let units = context.units else {
      let code = partedCode(plain).code
      let isCode = !code.isEmpty && code.allSatisfy { $0.isASCII && ($0.isNumber || $0.isLetter) }
      return isCode ? .known(code) : .open(.unknown)
    }
    if let code = knownCode(in: plain, among: units) { return .known(code) }
    let named = units.filter { folded($0.value) == folded(text) }.map(\.key)
    if named.count == 1 { return .known(named[0]) }
    return .open(.unknown)
  }

  /// A word of a list, also behind the number that a system gives it: `11-一般公共预算`.
  private func word(_ text: String, in list: Vocabulary.List) -> Value {
    for written in [text, Self.withoutNumber(text)] {
      if let meaning = context.vocabulary.meaning(of: written, in: list) { return .known(meaning) }
      if let unclear = context.vocabulary.unclearWord(written, in: list) {
        return .open(.unclear(meanings: unclear.meanings, reason: unclear.reason))
      }
    }
    return .open(.unknown)
  }

  private static func withoutNumber(_ text: String) -> String {
    let (code, name) = partedCode(plainCode(text))
    return code.allSatisfy(\.isNumber) ? name ?? text : text
  }

  private func function(_ text: String, atLowestLevel: Bool) -> Value {
    let code = accountCode(text, FunctionAccount.levelDigits)
    guard let account = FunctionAccount(code), !atLowestLevel || account.isLowestLevel else {
      return .open(.unknown)
    }
    return .known(code)
  }

  private func economic(_ text: String) -> Value {
    let code = accountCode(text, EconomicAccount.levelDigits)
    guard let account = EconomicAccount(code) else { return .open(.unknown) }
    let others = context.vocabulary.otherAccounts
    if let other = account.lineage.reversed().lazy.compactMap({ others[$0.code] }).first {
      return .open(
        .otherChart(
          chart: context.vocabulary.otherChart, name: other.name,
          meanings: other.meanings.map(\.code)))
    }
    return account.isLowestLevel ? .known(code) : .open(.unknown)
  }
}

extension ExportContext {
  /// The words that a column may have; none where it has codes.
  func choices(of column: DossierTable.Column) -> [String] {
    switch column.content {
    case .word(let list): list.ownWords
    case .unit: (units ?? [:]).keys.sorted()
    case .function, .economic, .amount, .text: []
    }
  }
}
