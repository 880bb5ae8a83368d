import Audit
import Diagnostics
import Domain
import Figures
import Foundation
import Layouts
import Testing

/// Each figure of a workbook that is read in, changed as people mistype figures: the audit finds it and
/// says where it stands.
@Suite struct MutationTests {
  /// What a mistyped figure may print.
  private static func mistyped(_ figure: Figure) -> [String] {
    guard let shown = figure.shown else { return [] }
    let one: Int64 = powerOfTen(shown.decimals)
    var texts = [
      FixedDecimal(units: shown.units + one, decimals: shown.decimals),
      FixedDecimal(units: -shown.units, decimals: shown.decimals),
    ].map { $0.text(grouping: true) }
    // Two neighbouring digits that differ; an exchange in the decimals moves less than 1.00.
    let digits = Array(figure.printed)
    let pairs = digits.indices.dropLast().filter { index in
      digits[index].isNumber && digits[index + 1].isNumber && digits[index] != digits[index + 1]
    }
    if let pair = pairs.first {
      var other = digits
      other.swapAt(pair, pair + 1)
      texts.append(String(other))
    }
    return texts.filter { $0 != figure.printed && $0 != "0.00" }
  }

  private static let books: [String: FigureBook] = {
    let dossiers = [
      "example": try? AuditedDossier.example(), "bureau": try? AuditedDossier.bureau(),
    ]
    return dossiers.compactMapValues { dossier in
      (try? dossier?.composed())?.2?.asPrinted
    }
  }()

  /// The example has all forms but that of “三公”, which the bureau has; with GONGKAI_THOROUGH both have
  /// all, which takes some minutes more.
  private static let forms: [(String, String)] = {
    let numbers = ["01", "02", "03", "04", "05", "06", "07", "09"]
    let isThorough = ProcessInfo.processInfo.environment["GONGKAI_THOROUGH"] != nil
    return isThorough
      ? ["example", "bureau"].flatMap { dossier in numbers.map { (dossier, $0) } }
      : numbers.map { ($0 == "09" ? "bureau" : "example", $0) }
  }()

  @Test(
    "at least 95 of 100 mistyped figures of a form are found and located",
    arguments: Self.forms)
  func mistypedFigures(dossier: String, number: String) throws {
    let book = try #require(Self.books[dossier])
    let form = try #require(book.form(number))
    let checks = AuditedDossier.set.checks.filter { $0.forms.contains(number) }
    let ids = Set(checks.map(\.id))
    // Forms that none of these checks is about need not be looked at again and again.
    let cited = Set(checks.flatMap(\.forms))
    let narrow = FigureBook(book.forms.filter { cited.contains($0.number) })
    var (made, missed) = (0, [String]())
    for figure in form.figures {
      guard let key = figure.key else { continue }
      for text in Self.mistyped(figure) {
        made += 1
        var subject = AuditSubject(read: narrow.printing(text, at: key))
        subject.checks = ids
        let report = audit(subject, by: AuditedDossier.set)
        let place = figure.place
        let isFound = report.findings.contains { finding in
          finding.severity != .note
            && finding.sides.flatMap(\.parts).flatMap(\.places).contains { $0 == place }
        }
        if !isFound { missed.append("\(figure.address) \(figure.printed) → \(text)") }
      }
    }
    // A form without money has nothing to mistype.
    guard made > 0 else { return }
    print("mutations:", dossier, number, "made", made, "missed", missed.count)
    #expect(
      Double(missed.count) <= Double(made) * 0.05,
      "\(missed.count) of \(made): \(missed.prefix(20))")
  }
}
