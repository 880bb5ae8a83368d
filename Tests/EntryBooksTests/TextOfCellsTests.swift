import Diagnostics
import Dossiers
import Foundation
import Readings
import SourceFiles
import TestSupport
import Testing

@testable import EntryBooks

/// What single cells, names of sheets and places say.
@Suite("Cells as texts") struct TextOfCellsTests {
  @Test("an amount comes back from the 17 digits of a binary fraction")
  func amounts() {
    var random = SeededRandom(seed: 25)
    for round in 0..<20_000 {
      let digits = 1 + round % 13
      let fen = Int64.random(in: 0..<powerOfTen(digits), using: &random)
      let exact = decimal(fen)
      for format in ["%.17g", "%.16g", "%.15g"] {
        let written = String(format: format, Double(exact) ?? 0)
        #expect(plainDecimal(written) == exact, "\(written)")
        #expect(plainDecimal("-" + written) == (fen == 0 ? "0" : "-" + exact))
      }
    }
  }

  private func powerOfTen(_ digits: Int) -> Int64 {
    (0..<digits).reduce(1) { power, _ in power * 10 }
  }

  /// 分 as 元 without zeros at the end.
  private func decimal(_ fen: Int64) -> String {
    let (yuan, rest) = fen.quotientAndRemainder(dividingBy: 100)
    guard rest > 0 else { return "\(yuan)" }
    let cents = rest < 10 ? "0\(rest)" : "\(rest)"
    return "\(yuan)." + (cents.hasSuffix("0") ? String(cents.dropLast()) : cents)
  }

  @Test(
    "numbers as programs write them",
    arguments: [
      ("0.30000000000000004", "0.3"), ("1E-2", "0.01"), ("1.5e+3", "1500"), ("-0", "0"),
      ("00012", "12"), (".5", "0.5"), ("5.", "5"), ("999999999999999.9", "1000000000000000"),
      ("1234567.891", "1234567.891"), ("9.9999999999999999", "10"), ("+7", "7"),
    ])
  func numbers(written: String, expected: String) { #expect(plainDecimal(written) == expected) }

  @Test(
    "what is no plain number is none",
    arguments: ["", ".", "-", "1e400", "1E", "NaN", "INF", "1.2.3", "１", "0x10", "1e99", "1 2"])
  func noNumbers(written: String) { #expect(plainDecimal(written) == nil) }

  @Test(
    "days in both date systems",
    arguments: [
      ("1", DateSystem.from1900, "1900-01-01"), ("59", .from1900, "1900-02-28"),
      ("61", .from1900, "1900-03-01"), ("45555", .from1900, "2024-09-20"),
      ("45555.75", .from1900, "2024-09-20"), ("2958465", .from1900, "9999-12-31"),
      ("0", .from1904, "1904-01-01"), ("44093", .from1904, "2024-09-20"),
      ("60", .from1900, nil), ("0", .from1900, nil), ("-1", .from1904, nil),
      ("2958466", .from1900, nil), ("text", .from1900, nil),
    ] as [(String, DateSystem, String?)])
  func days(serial: String, system: DateSystem, expected: String?) {
    let cell = CellReading(row: 0, column: 0, value: .date(serial: serial))
    switch CellText(cell, dates: system) {
    case .text(let text): #expect(text == expected)
    case .fault(let fault):
      #expect(expected == nil)
      #expect(fault.wording.code == "D363")
    }
  }

  @Test("every day of a leap cycle is the day after the one before")
  func successiveDays() throws {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = try #require(TimeZone(identifier: "UTC"))
    let first = try #require(calendar.date(from: DateComponents(year: 1999, month: 1, day: 1)))
    for offset in stride(from: 0, to: 150_000, by: 97) {
      let cell = CellReading(row: 0, column: 0, value: .date(serial: "\(36_161 + offset)"))
      guard case .text(let text) = CellText(cell, dates: .from1900) else {
        Issue.record("\(offset) is no day")
        continue
      }
      let day = calendar.dateComponents(
        [.year, .month, .day], from: first.addingTimeInterval(Double(offset) * 86_400))
      let expected = String(format: "%04d-%02d-%02d", day.year ?? 0, day.month ?? 0, day.day ?? 0)
      #expect(text == expected)
    }
  }

  @Test(
    "numbers that are shown as per cent are read as people see them",
    arguments: [
      ("0.95", "0%", "95%"), ("0.2865", "0.00%", "28.65%"), ("1E-2", "0%;[Red]-0%", "1%"),
      ("-0.5", "0%", "-50%"), ("0.95", "0.00", "0.95"), ("0.95", "0.00\"%\"", "0.95"),
      ("95", "0\\%", "95"),
    ])
  func perCent(number: String, format: String, expected: String) {
    let cell = CellReading(row: 0, column: 0, value: .number(number))
    guard case .text(let text) = CellText(cell, dates: .from1900, format: format) else {
      Issue.record("\(number) is no text")
      return
    }
    #expect(text == expected)
  }

  @Test("a name of a sheet has 31 units at most, nothing that programs forbid, and is no other's")
  func sheetNames() {
    var taken: Set<String> = []
    let long = "绩效-" + String(repeating: "长", count: 40)
    let names = [
      "绩效-a/b:c?", "绩效-a-b-c-", "绩效-A-B-C-", long, long, long,
      "绩效-😀" + String(repeating: "😀", count: 20),
    ]
    .map { SheetName.unique($0, among: &taken) }
    #expect(names[0] == "绩效-a-b-c-")
    #expect(names[1] == "绩效-a-b-c--2")
    #expect(names[2] == "绩效-A-B-C--3")
    #expect(names[3].utf16.count == 31 && names[4].hasSuffix("-2") && names[5].hasSuffix("-3"))
    #expect(Set(names.map { $0.lowercased() }).count == names.count)
    for name in names {
      #expect(name.utf16.count <= 31)
      #expect(!name.contains { #":\/?*[]"#.contains($0) })
    }
  }

  @Test(
    "a place in a sheet is cited and read back",
    arguments: [
      (SourcePlace(sheet: "支出", row: 17, column: 6), "支出!F17"),
      (SourcePlace(sheet: "支出", row: 17, column: 27), "支出!AA17"),
      (SourcePlace(sheet: "绩效-a!b", row: 1, column: 703), "绩效-a!b!AAA1"),
      (SourcePlace(sheet: "支出", row: 17), "支出 第 17 行"),
      (SourcePlace(file: "income.csv", line: 3, column: 5), "income.csv:3:5"),
      (SourcePlace(file: "income.csv", line: 3), "income.csv:3"),
    ])
  func places(place: SourcePlace, text: String) {
    #expect(place.description == text)
    #expect(SourcePlace(parsing: text) == place)
  }

  @Test(
    "names of sheets that mean the same",
    arguments: [
      ("支出 ", SheetTitle.expenditure), (" 支 出", .expenditure), ("绩效－空白", .blankEvaluation),
      ("上年数", .priorYear), ("支出表", nil), ("绩效-空白 (2)", nil),
    ] as [(String, SheetTitle?)])
  func titles(name: String, title: SheetTitle?) { #expect(SheetTitle(named: name) == title) }

  @Test(
    "names of evaluations",
    arguments: [
      ("绩效-道路", "道路"), ("绩效－道路", "道路"), ("绩效—道路", "道路"), (" 绩效 - 道路 ", "道路"),
      ("绩效-空白 (2)", "空白 (2)"), ("绩效-", ""), ("绩效-空白", nil), ("绩效道路", nil), ("道路", nil),
    ] as [(String, String?)])
  func evaluations(name: String, expected: String?) {
    #expect(SheetTitle.evaluation(named: name) == expected)
  }
}
