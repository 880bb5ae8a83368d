internal import Diagnostics
internal import Domain
internal import Figures
internal import Layouts

/// Which of the dossier's texts is meant.
struct ClerkTextKey: Hashable {
  let path: String
  var unit: String?
  var account: String?
  /// The position in a declared list.
  var item: Int?
}

/// The texts of a dossier, with the figures that they quote between double braces filled in.
///
/// They are never read as templates: what a clerk writes is text, whatever it looks like.
struct ClerkTexts {
  private(set) var findings: [Finding] = []
  private var texts: [ClerkTextKey: String] = [:]
  private let quotable: [String: String]
  /// The names that may be quoted, for guessing which one was meant.
  private var names: [String] { quotable.keys.sorted() }
  private let known: KnownFigures

  /// Resolves every declared text, whether a template prints it or not.
  ///
  /// - Parameters:
  ///   - quotable: what is printed, by public address or by the key of a value.
  ///   - known: the figures that a text may state literally.
  init(
    _ facts: DeclaredFacts, of accounts: FinalAccounts, declared: [FactDeclaration],
    quotable: [String: String], known: KnownFigures
  ) {
    self.quotable = quotable
    self.known = known
    for declaration in declared {
      for key in Self.keys(of: declaration, facts: facts, accounts: accounts) {
        guard let fact = facts.fact(key.path, unit: key.unit, account: key.account) else {
          continue
        }
        switch fact.value {
        case .text(let text): texts[key] = resolved(text, of: fact)
        case .list(let items):
          for (number, text) in items.enumerated() {
            var item = key
            item.item = number
            texts[item] = resolved(text, of: fact)
          }
        case .money, .count: break
        }
      }
    }
  }

  /// A text as it is printed, its lines separated by line breaks; nil where there is none.
  func text(_ key: ClerkTextKey) -> String? { texts[key] }

  private static func keys(
    of declaration: FactDeclaration, facts: DeclaredFacts, accounts: FinalAccounts
  ) -> [ClerkTextKey] {
    let path = declaration.path
    if declaration.kind == .textByAccount {
      return facts.accounts(of: path).map { ClerkTextKey(path: path, account: $0) }
    }
    guard declaration.isByUnit else { return [ClerkTextKey(path: path)] }
    return accounts.department.units.map { ClerkTextKey(path: path, unit: $0.code) }
  }

  /// A text with its quotations filled in, line by line; reports those that name nothing, and amounts
  /// that are written out and stand nowhere else.
  private mutating func resolved(_ text: String, of fact: DeclaredFact) -> String {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    return lines.enumerated().map { number, line in
      resolved(line, at: fact.place(ofLine: number))
    }.joined(separator: "\n")
  }

  private mutating func resolved(_ line: Substring, at place: SourcePlace) -> String {
    var result = ""
    var rest = line
    while let open = rest.firstRange(of: "{{") {
      report(strangersIn: rest[..<open.lowerBound], at: place)
      result += visible(rest[..<open.lowerBound])
      guard let close = rest[open.upperBound...].firstRange(of: "}}") else {
        findings.append(
          NarrativeFault.unclosed(String(rest[open.lowerBound...])).finding(at: place))
        return result
      }
      let name = rest[open.upperBound..<close.lowerBound].filter { !$0.isWhitespace }
      if let printed = quotable[name] {
        result += printed
      } else {
        let fault = NarrativeFault.unknownQuotation(name, guess: nearest(to: name, among: names))
        findings.append(fault.finding(at: place))
      }
      rest = rest[close.upperBound...]
    }
    report(strangersIn: rest, at: place)
    return result + visible(rest)
  }

  private mutating func report(strangersIn text: Substring, at place: SourcePlace) {
    for stranger in known.strangers(in: String(text)) {
      findings.append(NarrativeFault.stranger(stranger).finding(at: place))
    }
  }

  /// The text without characters that print nothing and would steer a renderer.
  private func visible(_ text: Substring) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.filter { scalar in
          scalar.properties.generalCategory != .control
        }))
  }
}
