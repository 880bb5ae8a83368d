internal import Composition
internal import Diagnostics
internal import Domain
internal import Figures
internal import Layouts

/// Checks of what a dossier declares beside its ledger, and of what it says of the department.
struct DepartmentChecks {
  let accounts: FinalAccounts
  let quantities: DossierQuantities

  private var department: Department { accounts.department }

  /// Asks a check.
  func ask(_ rule: DepartmentCheck, _ told: inout DossierTelling) {
    switch rule {
    case .stated(let stated): self.stated(stated, &told)
    case .smallFacts(let paths, let least): smallFacts(paths, below: least, &told)
    case .unitNames(let names): unitNames(names, &told)
    case .unitCodes: unitCodes(&told)
    case .publicationDate(let years): publicationDate(years: years, &told)
    }
  }

  // MARK: - Facts

  private func stated(_ stated: [StatedQuantity], _ told: inout DossierTelling) {
    let names = stated.reduce(into: Set<QuantitySource>()) { $0.formUnion($1.quantity.names) }
    let reckoner = Reckoner(book: FigureBook([]), quantities: quantities.quantities(names))
    let missing = stated.filter { item in
      told.looked(at: 1)
      return reckoner.value(item.quantity, in: nil).isUnknown
    }
    guard !missing.isEmpty else { return }
    let list = missing.map { "“\($0.name)”" }.joined(separator: "、")
    told.tell("卷宗没有写明\(list)", address: "卷宗", places: [])
  }

  private func smallFacts(_ paths: [String], below least: Money, _ told: inout DossierTelling) {
    let units: [String?] = [nil] + department.units.map(\.code)
    for path in paths {
      for unit in units {
        guard let fact = accounts.declaredFacts.fact(path, unit: unit),
          case .money(let amount) = fact.value
        else { continue }
        told.looked(at: 1)
        guard amount > .zero, amount < least else { continue }
        told.tell(
          "“\(path)”是 \(AuditAmount.of(amount))，像是以万元为单位填的", address: path,
          places: [fact.place])
      }
    }
  }

  private func publicationDate(years: Int, _ told: inout DossierTelling) {
    told.looked(at: 1)
    let (date, year) = (accounts.publicationDate, accounts.fiscalYear)
    let isEarly = date.year <= year
    guard isEarly || date.year > year + years else { return }
    told.tell(
      isEarly
        ? "公开日期 \(date) 在 \(year) 年度结束之前"
        : "公开日期 \(date) 在 \(year) 年度结束 \(years) 年以后",
      address: IdentityKey.date, places: [], severity: isEarly ? nil : .warning)
  }

  // MARK: - Units

  private func unitNames(_ names: UnitNames, _ told: inout DossierTelling) {
    for unit in department.units {
      guard
        names.endings.contains(where: unit.name.hasSuffix)
          || names.words.contains(where: unit.name.has),
        !names.exceptions.contains(where: unit.name.has)
      else { continue }
      told.looked(at: 1)
      guard !names.types.contains(unit.type) else { continue }
      told.tell(
        "单位 \(unit.code) \(unit.name) 的\(IdentityKey.type)是“\(unit.type)”", address: unit.code,
        places: [])
    }
  }

  private func unitCodes(_ told: inout DossierTelling) {
    for unit in department.units {
      told.looked(at: 1)
      guard !unit.code.hasPrefix(department.code) else { continue }
      told.tell(
        "单位 \(unit.name) 的代码 \(unit.code) 不以部门代码 \(department.code) 开头",
        address: unit.code, places: [])
    }
  }
}
