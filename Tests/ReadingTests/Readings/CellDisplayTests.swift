import Readings
import Testing

@Suite("What a cell shows")
struct CellDisplayTests {
  /// What a value shows in a format.
  private func shown(
    _ value: CellValue, _ format: String, dates: DateSystem = .from1900
  ) -> String {
    var style = StyleReading()
    style.numberFormat = format
    let book = WorkbookReading(file: "a.xlsx", dateSystem: dates, styles: [style])
    return CellDisplay(book).text(of: CellReading(row: 0, column: 0, value: value))
  }

  @Test(
    "numbers",
    arguments: [
      ("1234.5", "General", "1234.5"), ("0", "General", "0"), ("-3.10", "General", "-3.1"),
      ("0.1", "", "0.1"), ("123456789012", "General", "1.23457E+11"),
      ("1234567.891234", "General", "1234567.891"), ("12345678901", "General", "12345678901"),
      ("0.00001", "General", "0.00001"), ("0.0000123456", "General", "1.23456E-05"),
      ("0.333333333333333", "General", "0.333333333"), ("1E3", "General", "1000"),
      ("1234.565", "0.00", "1234.57"), ("-1234.565", "0.00", "-1234.57"),
      ("2.5", "0", "3"), ("0.285", "0.00", "0.29"), ("1.005", "0.00", "1.01"),
      ("0", "0.00", "0.00"), ("0", "#", ""), ("0.5", "#.##", ".5"), ("0.5", ".00", ".50"),
      ("5", "000", "005"), ("5", "0,000", "0,005"), ("999.995", "#,##0.00", "1,000.00"),
      ("1234567.891", "#,##0.00", "1,234,567.89"), ("-1234567", "#,##0", "-1,234,567"),
      ("1234567890", "#,##0,,", "1,235"), ("1234567", "0.0,,", "1.2"),
      ("1234567", "#,##0.00,", "1,234.57"), ("0.12345", "0.00%", "12.35%"), ("1", "0%", "100%"),
      ("12345", "0.00E+00", "1.23E+04"), ("0.00012345", "0.0E+00", "1.2E-04"),
      ("9999", "0.0E+0", "1.0E+4"), ("12345", "##0.0E+0", "12.3E+3"),
      ("12345678", "000-0000", "1234-5678"), ("1.5", "# ?/?", "1.5"),
    ])
  func numbers(source: String, format: String, text: String) {
    #expect(shown(.number(source), format) == text)
  }

  @Test(
    "sections, literals, colours and conditions",
    arguments: [
      ("-5", "0.00;(0.00)", "(5.00)"), ("5", "0.00;(0.00)", "5.00"),
      ("0", "0.00;-0.00;\"——\"", "——"), ("-1", "0;[Red]-0", "-1"), ("0", "0;-0;;@", ""),
      ("5", "0\"元\"", "5元"), ("5", "0\\万", "5万"), ("5", "[$¥-804]#,##0.00", "¥5.00"),
      ("5", "General\"元\"", "5元"), ("-5", "General\"元\"", "-5元"),
      ("150", "[>=100]0\"多\";0\"少\"", "150多"), ("50", "[>=100]0\"多\";0\"少\"", "50少"),
      ("-7", "[<0]\"负\"0;0", "负7"), ("5", "@", "5"), ("12", "0;@", "12"),
      ("0", "_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * \"-\"??_ ;_ @_ ", "-"),
      ("-1234.5", "_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * \"-\"??_ ;_ @_ ", "-1,234.50"),
      ("2.50", "\"第\"0\"类\"", "第3类"),
    ])
  func sections(source: String, format: String, text: String) {
    #expect(shown(.number(source), format) == text)
  }

  @Test(
    "dates and times",
    arguments: [
      ("45292", "yyyy-mm-dd", "2024-01-01"), ("45292", "m/d/yyyy", "1/1/2024"),
      ("45292", "yyyy\"年\"m\"月\"d\"日\";@", "2024年1月1日"), ("60", "yyyy-mm-dd", "1900-02-29"),
      ("59", "yyyy-mm-dd", "1900-02-28"), ("61", "yyyy-mm-dd", "1900-03-01"),
      ("1", "yyyy-m-d", "1900-1-1"), ("45351", "yyyy.mm.dd", "2024.02.29"),
      ("0.5", "h:mm", "12:00"), ("0.75", "h:mm AM/PM", "6:00 PM"), ("0", "h AM/PM", "12 AM"),
      ("1.5", "[h]:mm:ss", "36:00:00"), ("0.000011574074074", "ss.000", "01.000"),
      ("45292.524305555555", "yyyy/mm/dd hh:mm:ss", "2024/01/01 12:35:00"),
      ("45292.9999999", "yyyy-mm-dd hh:mm", "2024-01-02 00:00"), ("0.01", "mm:ss", "14:24"),
      ("45292", "aaaa", "星期一"), ("45292", "ddd d mmm yy", "Mon 1 Jan 24"),
      ("45292", "[$-804]yyyy\"年\"mm\"月\"", "2024年01月"), ("-1", "yyyy-mm-dd", "-1"),
    ])
  func dates(source: String, format: String, text: String) {
    #expect(shown(.date(serial: source), format) == text)
  }

  @Test("a workbook that counts from 1904")
  func secondDateSystem() {
    #expect(shown(.date(serial: "0"), "yyyy-mm-dd", dates: .from1904) == "1904-01-01")
    #expect(shown(.date(serial: "43830"), "yyyy-mm-dd", dates: .from1904) == "2024-01-01")
  }

  @Test("texts, errors, truth and blanks")
  func others() {
    #expect(shown(.text("——"), "#,##0.00") == "——")
    #expect(shown(.text("甲"), "0;0;0;\"项目：\"@") == "项目：甲")
    #expect(shown(.text("甲"), "@\"类\"") == "甲类")
    #expect(shown(.error("#DIV/0!"), "0.00") == "#DIV/0!")
    #expect(shown(.boolean(true), "0.00") == "TRUE")
    #expect(shown(.blank, "0.00") == "")
    #expect(shown(.number("not a number"), "0.00") == "not a number")
  }

  @Test("the last digit that a program kept counts, not the binary fraction it wrote")
  func keptDigits() {
    #expect(shown(.number("0.28499999999999998"), "0.00") == "0.29")
    #expect(shown(.number("1.0049999999999999"), "0.00") == "1.01")
    #expect(shown(.number("0.28499999999"), "0.00") == "0.28")
  }
}
