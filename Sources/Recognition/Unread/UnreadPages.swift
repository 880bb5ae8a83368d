internal import Diagnostics
internal import Layouts
internal import Readings

/// The pages of a PDF that look like a form of a set, or like the next page of one, though no table of
/// theirs was read.
struct UnreadPages {
  let set: LayoutSet
  let pdf: PDFReading

  /// A page as its texts tell what it may be.
  private struct Texts {
    let all: Set<ComparableText>
    /// How many amounts stand by themselves.
    let amounts: Int
    /// How many lines begin with an account code.
    let codes: Int

    init(_ page: ReadPage) {
      let lines =
        page.turnedLines.isEmpty
        ? page.lines.map { $0.words.map(\.text) }
        : page.turnedLines.map { $0.split(separator: " ").map(String.init) }
      let words = lines.map { $0.map { ComparableText(RadicalSpelling.typed($0) ?? $0) } }
      let whole = words.map { words in ComparableText(words.map(\.key).joined()) }
      all = Set(words.joined()).union(whole)
      amounts = words.joined().count { $0.isAmount }
      codes = words.count { ($0.first?.isDigits ?? false) && $0.contains { $0.isAmount } }
    }
  }

  /// Fewer amounts than these are no table.
  private static let least = 4

  /// Looks through the pages.
  ///
  /// - Parameters:
  ///   - forms: the forms that were read, by the pages on which they stand.
  ///   - told: pages of tables of which it was already told that they are no form.
  func parts(reading forms: [Int: [String]], told: Set<Int>) -> [UnreadPart] {
    let marks = FormMarks(set)
    let read = Set(forms.values.joined())
    var parts: [UnreadPart] = []
    for page in pdf.pages where !told.contains(page.number) {
      if page.isPicture {
        parts.append(part(page, []))
        continue
      }
      let texts = Texts(page)
      let own = Set(forms[page.number] ?? [])
      var found = named(texts, marks).filter { form in
        !own.contains(form.number) && (own.isEmpty || !read.contains(form.number))
      }
      if found.isEmpty, own.isEmpty {
        let before = parts.last { $0.pages.last == page.number - 1 }?.forms
        let last = before ?? forms[page.number - 1]?.suffix(1) ?? []
        found = set.forms.filter { last.contains($0.number) && continues($0, texts, marks) }
      }
      guard !found.isEmpty else { continue }
      if let last = parts.last, last.forms == found.map(\.number),
        last.pages.last == page.number - 1
      {
        parts[parts.count - 1].pages.append(page.number)
        parts[parts.count - 1].texts += page.lines.map(\.text)
      } else {
        parts.append(part(page, found))
      }
    }
    return parts
  }

  /// The forms whose title or code stands on a page with amounts, or with their headings.
  private func named(_ texts: Texts, _ marks: FormMarks) -> [FormLayout] {
    let titled = Set(marks.titled(texts.all).map(\.number))
    let coded = Set(marks.coded(texts.all).map(\.number))
    return set.forms.filter { form in
      guard titled.contains(form.number) || coded.contains(form.number) else { return false }
      let isSure = titled.contains(form.number) && coded.contains(form.number)
      let share = marks.headerShare(of: form, in: texts.all)
      return share >= 0.5 || isSure && share >= 0.25
        || texts.amounts >= Self.least && share >= 0.25
    }
  }

  /// Whether a page without a title is the next page of a form.
  private func continues(_ form: FormLayout, _ texts: Texts, _ marks: FormMarks) -> Bool {
    texts.amounts >= Self.least
      && (texts.codes > 2 || marks.headerShare(of: form, in: texts.all) >= 0.5
        || marks.labelCount(of: form, in: texts.all) > 2)
  }

  private func part(_ page: ReadPage, _ forms: [FormLayout]) -> UnreadPart {
    UnreadPart(
      place: .page(page.number), pages: [page.number], forms: forms.map(\.number),
      name: forms.count == 1 ? forms[0].title : "", texts: page.lines.map(\.text))
  }

  /// Why a part of some pages could not be read, as far as shows.
  func fault(of part: UnreadPart) -> RecognitionFault {
    let pages = pdf.pages.filter { part.pages.contains($0.number) }
    let reason: UnreadReason =
      pages.contains(where: \.isPicture)
      ? .picture
      : pages.contains { !$0.turnedLines.isEmpty }
        ? .turned
        : pages.contains { page in page.lines.contains { RadicalSpelling.typed($0.text) != nil } }
          ? .radicals : .rules
    let names = set.forms.filter { part.forms.contains($0.number) }.map(\.fullName)
    return .unreadPages(part.pages, forms: names, reason)
  }
}

/// Why a page that looks like a form could not be read.
enum UnreadReason {
  /// It has no text at all.
  case picture
  /// Its text does not run from left to right.
  case turned
  /// Its characters are the radicals of a dictionary.
  case radicals
  /// Its rules do not mark off cells.
  case rules
}

extension ComparableText {
  /// Whether it is an amount: digits with a point and decimals.
  fileprivate var isAmount: Bool {
    guard key.utf8.count > 2, let point = key.utf8.lastIndex(of: UInt8(ascii: ".")) else {
      return false
    }
    let isDigit = { (byte: UInt8) in UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte }
    let decimals = key.utf8[key.utf8.index(after: point)...]
    return !decimals.isEmpty && decimals.allSatisfy(isDigit)
      && key.utf8[..<point].allSatisfy {
        isDigit($0) || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "-")
      }
  }
}
