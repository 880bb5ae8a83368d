import Diagnostics
import Domain
import Testing

/// Dates, units and declared facts.
@Suite("部门与申报事项")
struct DepartmentTests {
  @Test(
    "日历上有的日子",
    arguments: ["2024-09-20", "2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31"])
  func days(_ text: String) throws {
    let date = try #require(CalendarDate(written: text))
    #expect("\(date)" == text)
  }

  @Test(
    "日历上没有的日子",
    arguments: [
      "2023-02-29", "1900-02-29", "2024-04-31", "2024-13-01", "2024-00-10", "2024-01-00",
      "0000-01-01", "2024/13/1", "2023年2月29日",
    ])
  func notDays(_ text: String) { #expect(CalendarDate(written: text) == nil) }

  @Test(
    "人们写日子的写法",
    arguments: [
      "2024-09-20", "2024-9-20", "2024/9/20", "2024/09/20", "2024.9.20", "2024年9月20日",
      "2024年09月20日", "２０２４年９月２０日", "２０２４／９／２０", " 2024-9-20 ", "2024−9−20",
      "2024 年 9 月 20 日", "2024-09-2０",
    ])
  func writtenDays(_ text: String) {
    #expect(CalendarDate(written: text)?.description == "2024-09-20")
  }

  @Test(
    "说不准是哪一天的写法",
    arguments: [
      "", "2024", "2024年9月", "2024-9", "24-9-20", "9/20/2024", "20/9/2024", "2024/9-20",
      "2024-9-20日", "2024年9月20", "20240920", "2024.9.20.", "-024-09-20", "2024-+9-20",
      "2024-09-20-01", "2024 - 9 - 20",
      "2024-9-20 8:00", "二〇二四年九月二十日", "2024年9月20日前", "2024--20", "2024-009-20", "日",
    ])
  func uncertainDays(_ text: String) { #expect(CalendarDate(written: text) == nil) }

  @Test("每月的天数")
  func monthLengths() {
    let lengths = (1...12).map { month in
      (1...31).count { CalendarDate(year: 2023, month: month, day: $0) != nil }
    }
    #expect(lengths == [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31])
  }

  @Test("按代码找单位")
  func units() {
    let units = ["1", "2"].map { BudgetUnit(code: $0, name: "单位\($0)", type: "行政单位") }
    let department = Department(code: "9", name: "部门", units: units)
    #expect(department.unit("2") == units[1])
    #expect(department.unit("3") == nil)
  }

  @Test("按路径和单位存取申报的事项")
  func declaredFacts() {
    let place = SourcePlace(file: "department.yaml", line: 1)
    var facts = DeclaredFacts()
    facts.set(DeclaredFact(value: .count(1), place: place), for: "车辆")
    facts.set(DeclaredFact(value: .count(2), place: place), for: "车辆", unit: "1")
    #expect(facts.fact("车辆")?.value == .count(1))
    #expect(facts.fact("车辆", unit: "1")?.value == .count(2))
    #expect(facts.fact("车辆", unit: "2") == nil)
    #expect(facts.fact("设备") == nil)
  }
}
