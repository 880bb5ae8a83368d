internal import Diagnostics
internal import Domain
internal import Layouts

extension TextChecks {
  /// Names of the department and its units that are nearly right.
  func misspeltNames(_ parts: Set<TextCheck.Part>, _ check: CheckLayout) -> TextTelling {
    let department = accounts.department
    var names: [String] = []
    for name in [department.name] + department.units.map(\.name) where !names.contains(name) {
      names.append(name)
    }
    let list = NameList(names)
    return look(in: parts, check) { text in
      text.scanned.misspeltNames(among: list).map { slip in
        ("写的是“\(slip.text)”，名单中是“\(slip.meant)”", slip.offset)
      }
    }
  }

  /// The department's name unlike that of its own office, or with what is added to that.
  func departmentName(_ check: CheckLayout) -> TextTelling {
    let department = accounts.department
    var told = TextTelling(asked: 1)
    if let slip = nameSlip(department.name, among: department.units.map(\.name), by: rules) {
      told.findings.append(
        check.finding(
          "部门名称“\(department.name)”，单位名单中是“\(slip.meant)”", address: "部门",
          places: [DossierTexts.identity]))
    }
    return told
  }
}
