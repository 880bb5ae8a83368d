internal import Diagnostics
internal import Domain
internal import Layouts

/// A text of a dossier, with what it is called and where it stands.
struct AuditedText {
  /// What kind of text of an evaluation it is, for whoever looks at some of them.
  enum Role {
    /// What a project is called, a text of the whole, or a reason beside a row.
    case name, whole, reason
  }

  let part: TextCheck.Part
  /// As reasons cite it: `说明.收支总体原因`, `自评-03.年度目标`.
  let address: String
  var shape: TextShape
  let scanned: ScannedText
  /// Its evaluation, by its place among all of them, from 0.
  var evaluation: Int?
  var role = Role.name
  /// The form that it is printed in; nil for the document's own text.
  var form: String?
  /// The declared fact that it is; nil for others.
  var fact: DeclaredFact?
  let place: SourcePlace

  /// Where a character stands: the line of the file, where its lines are lines of the text.
  func place(at offset: Int) -> SourcePlace {
    guard let fact, fact.isLiteralBlock else { return place }
    return fact.place(ofLine: scanned.scalars.prefix(offset).count(where: \.isNewline))
  }

  /// How many characters before and behind a slip are shown with it.
  private static let context = 6

  /// Words of the text with some of what stands around them in their line, as a quotation that repeats
  /// no numbers from there.
  func quotation(at offset: Int, count: Int) -> String {
    let scalars = scanned.scalars
    var (start, end) = (offset, offset + count)
    while start > 0, offset - start < Self.context, !scalars[start - 1].isNewline { start -= 1 }
    while end < scalars.count, end - offset - count < Self.context, !scalars[end].isNewline {
      end += 1
    }
    let before = scanned.words(start..<offset).hidingNumbers
    let behind = scanned.words(offset + count..<end).hidingNumbers
    let words = scanned.words(offset..<offset + count)
    let (head, tail) = (start > 0 ? "…" : "", end < scalars.count ? "…" : "")
    return "“\(head)\(before)\(words)\(behind)\(tail)”"
  }
}

extension String {
  /// From how many digits on a number may be somebody's, so that no message repeats it.
  private static let privateDigits = 7

  /// The text with all but the ends of long numbers hidden.
  var hidingNumbers: String {
    var result: [Character] = []
    var digits: [Character] = []
    func close() {
      let isPrivate = digits.count >= Self.privateDigits
      result +=
        isPrivate
        ? digits.prefix(3) + Array(repeating: "＊", count: digits.count - 5) + digits.suffix(2)
        : digits
      digits = []
    }
    for character in self {
      if character.isWholeNumber {
        digits.append(character)
      } else {
        close()
        result.append(character)
      }
    }
    close()
    return String(result)
  }
}
