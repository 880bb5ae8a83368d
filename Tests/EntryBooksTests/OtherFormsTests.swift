import Domain
import Dossiers
import Readings
import Testing

/// The same contents in other forms: read as they are meant, to the last 分.
@Suite("A workbook that people and programs have rearranged") struct OtherFormsTests {
  private struct Change: Sendable {
    let title: String
    let make: @Sendable (inout FilledBook) -> Void

    init(_ title: String, _ make: @escaping @Sendable (inout FilledBook) -> Void) {
      self.title = title
      self.make = make
    }
  }

  private static let tables = ["收入", "支出", "结转", "预算", "上年数"]

  private static let changes = [
    Change("columns moved") { book in
      for sheet in tables { book.moveColumns(of: sheet) { $0 < 4 ? 3 - $0 : $0 } }
    },
    Change("columns put in at the left") { book in
      for sheet in tables { book.moveColumns(of: sheet) { $0 + 2 } }
      for sheet in ["事项", "文字", "部门", "单位"] { book.moveColumns(of: sheet) { $0 + 1 } }
    },
    Change("rows sorted the other way round") { book in
      for sheet in tables { book.moveRows(of: sheet) { $0 < 4 ? $0 : 1000 - $0 } }
    },
    Change("blank rows between") { book in
      for sheet in tables + ["事项", "文字", "单位"] { book.moveRows(of: sheet) { $0 < 4 ? $0 : $0 * 3 } }
    },
    Change("rows put in above everything") { book in
      for sheet in book.book.sheets.map(\.name) { book.moveRows(of: sheet) { $0 + 5 } }
    },
    Change("numbers as texts") { book in
      change(&book) { cell in
        if case .number(let number) = cell.value { cell.value = .text(shown(number)) }
      }
    },
    Change("amounts with separators in full width") { book in
      change(&book) { cell in
        if case .number(let number) = cell.value { cell.value = .text(fullWidth(shown(number))) }
      }
    },
    Change("amounts as binary fractions") { book in
      change(&book) { cell in
        if case .number(let number) = cell.value, number.contains(".") {
          cell.value = .number(number + "0000000000000004")
        }
      }
    },
    Change("numbers in place of codes") { book in
      change(&book) { cell in
        if case .text(let text) = cell.value, text.count > 2, text.allSatisfy(\.isNumber) {
          cell.value = .number(text)
        }
      }
    },
    Change("formulas with what they give") { book in
      change(&book) { cell in
        if case .number = cell.value { cell.formula = .normal("1*1") }
      }
    },
    Change("formulas of sums without what they give") { book in
      change(&book, all: true) { cell in
        if cell.formula != nil { cell.value = .blank }
      }
    },
    Change("blanks around texts") { book in
      change(&book) { cell in
        if case .text(let text) = cell.value, !text.contains("\n") {
          cell.value = .text("　\(text) ")
        }
      }
    },
    Change("sums below the rows, as formulas and in merged cells") { book in
      for (sheet, row, amounts) in [("支出", 139, "F"), ("收入", 58, "D"), ("结转", 13, "DEFG")] {
        book.put("合 计", at: "A\(row)", of: sheet)
        book.merge("A\(row)", "C\(row)", of: sheet)
        // What the formulas above the head give.
        for column in amounts.map(String.init) {
          book.put(
            book[sheet, "\(column)3"], formula: "SUM(\(column)5:\(column)\(row - 1))",
            at: "\(column)\(row)", of: sheet)
        }
      }
    },
    Change("the day as a day of 1904") { book in
      book.book.dateSystem = .from1904
      book["部门", "B6"] = .date(serial: "44099")
    },
    Change("the day as a day") { $0["部门", "B6"] = .date(serial: "45561") },
    Change("sheets in another order") {
      $0.book.sheets.reverse(); sortEvaluations(&$0)
    },
    Change("names of sheets with blanks") { book in
      for index in book.book.sheets.indices { book.book.sheets[index].name += " " }
    },
    Change("no sheet for people") { book in
      for name in ["填报说明", "核对", "词表", "绩效-空白"] { book.remove(name) }
    },
  ]

  @Test("is read to the same contents", arguments: changes.indices)
  func same(index: Int) throws {
    let change = Self.changes[index]
    var book = try FilledBook.school.get()
    let expected = book.read().content
    change.make(&book)
    let reading = book.read()
    #expect(expected != nil)
    #expect(reading.content == expected, "\(change.title): \(reading.told)")
  }

  private static func change(
    _ book: inout FilledBook, all: Bool = false, _ change: (inout CellReading) -> Void
  ) {
    for index in book.book.sheets.indices
    where all || tables.contains(book.book.sheets[index].name) {
      for cell in book.book.sheets[index].cells.indices
      where all || book.book.sheets[index].cells[cell].formula == nil {
        change(&book.book.sheets[index].cells[cell])
      }
    }
  }

  /// A number as people see it, whatever digits the file has.
  private static func shown(_ number: String) -> String {
    let text = "\(Double(number) ?? 0)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// `1234.5` as `１,２３４.５`.
  private static func fullWidth(_ number: String) -> String {
    let parts = number.split(separator: ".")
    var whole = String(parts[0])
    var groups: [String] = []
    while whole.count > 3 {
      groups.insert(String(whole.suffix(3)), at: 0)
      whole.removeLast(3)
    }
    groups.insert(whole, at: 0)
    let text = ([groups.joined(separator: ",")] + parts.dropFirst().map(String.init))
      .joined(separator: ".")
    return String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          ("0"..."9").contains(scalar)
            ? Unicode.Scalar(scalar.value + 0xFEE0) ?? scalar : scalar
        }))
  }

  private static func sortEvaluations(_ book: inout FilledBook) {
    let names = book.book.sheets.map(\.name)
    let evaluations = book.book.sheets.filter { $0.name.hasPrefix("绩效-0") }.sorted {
      $0.name < $1.name
    }
    book.book.sheets = book.book.sheets.filter { !$0.name.hasPrefix("绩效-0") } + evaluations
    #expect(Set(names) == Set(book.book.sheets.map(\.name)))
  }
}
