internal import Diagnostics

/// A name that is nearly another one.
public struct NameSlip: Hashable, Sendable {
  /// In what it differs.
  public enum Kind: String, Sendable {
    /// （本级） or the like stands behind it.
    case ownOffice
    /// One character is wrong, missing, too many, or has changed places with its neighbour.
    case misspelt
  }

  /// What is wrong with it.
  public let kind: Kind
  /// The name as written.
  public let text: String
  /// The name that was meant.
  public let meant: String
  /// Where it begins in its text, in Unicode scalars from the first, from 0.
  public let offset: Int
}

/// Names that are looked for in many texts.
public struct NameList: Sendable {
  /// The names, as given.
  public let names: [String]
  fileprivate let scalars: [[UInt32]]
  fileprivate let firsts: ScalarSet

  /// A list of names.
  public init(_ names: [String]) {
    self.names = names
    scalars = names.map { name in name.unicodeScalars.map(\.value) }
    firsts = ScalarSet(values: scalars.compactMap(\.first))
  }
}

/// A person's name in a text.
public struct PersonMention: Hashable, Sendable {
  /// Name and mark as written: 张三同志.
  public let text: String
  /// Where it begins, in Unicode scalars from the text's first, from 0.
  public let offset: Int
}

/// In what a name differs from the names that there are, if it is nearly one of them; nil where it is
/// one, or none is near enough.
///
/// Numerals and words that stand against one another (上, 下) are never taken for a slip: 第二中学 is not
/// 第一中学 misspelt. The width of brackets makes no difference.
public func nameSlip(_ name: String, among names: [String], by rules: TextRules) -> NameSlip? {
  if names.contains(name) { return nil }
  let scalars = name.unicodeScalars.map { $0.value.withWideBracket }
  for end in rules.ownOffice.words {
    let suffix = end.unicodeScalars.map { $0.value.withWideBracket }
    guard scalars.count > suffix.count, scalars.suffix(suffix.count) == suffix[...] else {
      continue
    }
    let rest = String(
      String.UnicodeScalarView(name.unicodeScalars.prefix(scalars.count - suffix.count)))
    if names.contains(rest) {
      return NameSlip(kind: .ownOffice, text: name, meant: rest, offset: 0)
    }
  }
  guard let meant = nearest(to: name, among: names),
    differInOne(scalars[...], meant.unicodeScalars.map { $0.value.withWideBracket }[...])
  else { return nil }
  return NameSlip(kind: .misspelt, text: name, meant: meant, offset: 0)
}

/// Whether two words differ in one character: another one, one more or less, or two changed places.
private func differInOne(_ left: ArraySlice<UInt32>, _ right: ArraySlice<UInt32>) -> Bool {
  var (a, b) = (left, right)
  while let first = a.first, first == b.first { (a, b) = (a.dropFirst(), b.dropFirst()) }
  while let last = a.last, last == b.last { (a, b) = (a.dropLast(), b.dropLast()) }
  let isSwap = a.count == 2 && b.count == 2 && a.first == b.last && a.last == b.first
  return a.count <= 1 && b.count <= 1 && a.count + b.count > 0 || isSwap
}

extension UInt32 {
  /// A half-width bracket in full width.
  fileprivate var withWideBracket: UInt32 {
    switch self {
    case 0x28, 0x29: self + 0xFEE0
    default: self
    }
  }
}

extension ScannedText {
  /// The least length of a name that is looked for in texts; shorter ones are parts of many words.
  private static let leastName = 6

  /// The places where the text nearly has one of the names: one character inside it is another one, is
  /// missing or too many.
  ///
  /// First and last character must be right, for 临川县教育局 is another county's office and 澜川县教育系统 none.
  public func misspeltNames(among names: NameList) -> [NameSlip] {
    var found: [NameSlip] = []
    for start in scalars.indices where names.firsts.contains(scalars[start]) {
      for (name, sought) in zip(names.names, names.scalars) {
        guard sought.count >= Self.leastName, scalars[start] == sought[0],
          let part = nearly(sought, at: start)
        else { continue }
        let text = words(part)
        // A longer name may have this one's characters: what is a name of the list is right.
        guard nearest(to: text, among: [name]) == name, !isOther(part, among: names) else {
          continue
        }
        found.append(NameSlip(kind: .misspelt, text: text, meant: name, offset: start))
      }
    }
    return found
  }

  /// The part from a place that differs from a name in one character inside it.
  private func nearly(_ name: [UInt32], at start: Int) -> Range<Int>? {
    var same = 0
    while same < name.count, self[start + same] == name[same] { same += 1 }
    guard same < name.count else { return nil }
    // Half of the name stands before or behind the wrong character; the rest follows it in one piece.
    for (skipped, lost) in [(1, 1), (0, 1), (1, 0)] {
      let rest = name[(same + lost)...]
      let behind = start + same + skipped
      guard !rest.isEmpty, name.count - lost >= 4, behind + rest.count <= scalars.count,
        scalars[behind..<behind + rest.count] == rest,
        (start..<behind).allSatisfy({ scalars[$0].isHan })
      else { continue }
      return start..<behind + rest.count
    }
    return nil
  }

  private func isOther(_ part: Range<Int>, among names: NameList) -> Bool {
    names.scalars.contains { sought in
      let end = part.lowerBound + sought.count
      return end <= scalars.count && scalars[part.lowerBound..<end] == sought[...]
    }
  }

  /// The persons that the text names, as a project's name should not: a family name and one or two
  /// characters before 同志, 等人 or the like.
  ///
  /// A guess, good for a note only: 高层次个人 looks the same, so the rules list such words.
  public func persons(by rules: TextRules) -> [PersonMention] {
    var found: [PersonMention] = []
    for index in scalars.indices {
      guard let mark = rules.personMarks.match(in: scalars, at: index) else { continue }
      // The longer name first; a family name may have two characters.
      for length in [4, 3, 2] where index >= length {
        let start = index - length
        guard let family = rules.surnames.match(in: scalars, at: start),
          (1...2).contains(length - family),
          scalars[start..<index].allSatisfy(\.isHan),
          !rules.noPersons.occurs(in: scalars, within: start..<index + mark)
        else { continue }
        let part = start..<index + mark
        found.append(PersonMention(text: words(part), offset: start))
        break
      }
    }
    return found
  }
}
