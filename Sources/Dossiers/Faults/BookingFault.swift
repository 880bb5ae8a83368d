internal import Diagnostics
internal import Domain

/// Rows of budget and prior year that would be counted twice.
enum OverlapFault: Fault {
  /// A row for what an earlier row has stated, in full.
  case repeated(LedgerKey, line: Int)
  /// A row that stands for a whole beside rows for its parts.
  case whole(LedgerKey, parts: [LedgerKey])

  var wording: FaultWording {
    switch self {
    case .repeated(let key, let line):
      FaultWording(
        code: "D260", what: "\(subject(of: key))在第 \(line) 行已经写过，不能相加",
        expected: "同一\(key.indicator == nil ? "" : "指标、")资金性质、功能科目和单位只写一行",
        mend: "删去一行；确是两笔的，合并成一行")
    case .whole(let key, let parts):
      FaultWording(
        code: "D261",
        what: "这一行没有填\(missing(in: key, beside: parts))，包括了别的行已经写的数，会重复计算",
        expected: "合计与其中各项只填其一", mend: "删去这一行，或删去“另见”的各行")
    }
  }

  /// What a row states, without its amount.
  private func subject(of key: LedgerKey) -> String {
    let parts = [
      key.indicator, key.fund?.rawValue, key.function.map { "科目 \($0)" },
      key.unit.map { "单位 \($0)" },
    ].compactMap { $0 }
    return parts.isEmpty ? "这一项" : "“\(parts.joined(separator: " "))”"
  }

  /// The headings of what the whole leaves blank and a part does not.
  private func missing(in key: LedgerKey, beside parts: [LedgerKey]) -> String {
    let blanks = [
      ("资金性质", key.fund == nil && parts.contains { $0.fund != nil }),
      ("功能科目", key.function == nil && parts.contains { $0.function != nil }),
      ("单位代码", key.unit == nil && parts.contains { $0.unit != nil }),
    ]
    return blanks.filter(\.1).map { "“\($0.0)”" }.joined(separator: "和")
  }
}

/// Bookings that a fund cannot have.
enum FundFault: Fault {
  /// A kind of expenditure that is other money's.
  case kind(ExpenditureKind, fund: Fund)
  /// A use of a surplus that is other money's.
  case measure(Measure, fund: Fund)

  var wording: FaultWording {
    switch self {
    case .kind(let kind, let fund):
      FaultWording(
        code: "D262", what: "“\(fund.rawValue)”没有“\(kind.rawValue)”：这类支出用财政拨款以外的资金",
        expected: fund.expenditureKinds.map(\.rawValue).joined(separator: "或"),
        mend: "核对支出类别；确是这类支出的，资金性质改为“\(Fund.other.rawValue)”")
    case .measure(let measure, let fund):
      FaultWording(
        code: "D263",
        what: "“\(fund.rawValue)”不能有“\(measure.rawValue)”：那是财政拨款以外的资金的结余",
        expected: "这一栏为空", mend: "核对资金性质和栏目；确是这种结余的，资金性质改为“\(Fund.other.rawValue)”")
    }
  }
}
