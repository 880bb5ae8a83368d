import Testing

/// A shape in which a system exports expenditure, and what people change in the mapping that is proposed.
struct ExportShape: CustomTestStringConvertible {
  let name: String
  let grid: ExportGrid
  /// What is left to people, each with what they write.
  var decisions: [(String, String)] = []

  var testDescription: String { name }

  private static var rows: [BookedRow] { BookedRow.all }
  private static let head = ["单位编码", "资金性质", "支出类型", "功能分类科目编码", "部门经济分类科目编码", "金额"]
  private static let funds = [
    BookedRow.general: "11-一般公共预算", BookedRow.government: "12-政府性基金预算", BookedRow.other: "31-单位资金",
  ]
  private static let kinds = [BookedRow.basic: "人员类", BookedRow.project: "特定目标类项目"]

  private static func flat(_ row: BookedRow, _ amount: String? = nil) -> [String] {
    [row.unit, row.fund, row.kind, row.function, row.economic, amount ?? row.yuan]
  }

  private static func named(_ row: BookedRow) -> [String] {
    [
      "\(row.unit)-\(ExportKnowledge.units[row.unit] ?? "")", funds[row.fund] ?? "",
      kinds[row.kind] ?? "", "[\(row.function)]某科目", "\(row.economic)-某款",
    ]
  }

  private static func of(_ unit: String) -> [BookedRow] { rows.filter { $0.unit == unit } }

  static let all: [ExportShape] = [
    plain, titled, levels, levelsBelowOneAnother, wideByKind, wideByFund, tenThousands, subtotals,
    tree,
    namedOnce, namedOnceMerged, amountsAsText, besides, pages, unitNames, economicTree, sides,
    twoHeadRows, numbered, numbersForCodes, groups,
  ]

  static let plain = ExportShape(
    name: "一行一笔",
    grid: ExportGrid(rows: [["单位：元"], head] + rows.map { flat($0) }))

  static let titled = ExportShape(
    name: "标题，代码连名称，带编号的资金性质",
    grid: ExportGrid(
      rows: [
        ["某某县支出执行明细表"], ["编制单位：某某县农业局", "", "", "", "", "单位：元"],
        ["预算单位", "资金性质", "支出类型", "支出功能分类", "部门经济分类", "支出金额"],
      ] + rows.map { named($0) + [$0.yuan] },
      merges: [(0, 0, 1, 6)]))

  static let levels = ExportShape(
    name: "类、款、项分栏",
    grid: ExportGrid(
      rows: [
        ["", "", "", "", "", "", "", "", "单位：元"],
        ["单位编码", "资金性质", "支出类型", "支出功能分类科目编码", "", "", "部门经济分类", "", "金额"],
        ["", "", "", "类", "款", "项", "类", "款", ""],
      ]
        + rows.map {
          [
            $0.unit, $0.fund, $0.kind, String($0.function.prefix(3)),
            String($0.function.dropFirst(3).prefix(2)), String($0.function.suffix(2)),
            String($0.economic.prefix(3)), String($0.economic.suffix(2)), $0.yuan,
          ]
        },
      merges: [
        (1, 0, 2, 1), (1, 1, 2, 1), (1, 2, 2, 1), (1, 3, 1, 3), (1, 6, 1, 2), (1, 8, 2, 1),
      ]))

  /// 类, 款 and 项 are each on a row of their own, with the sums of what stands below.
  static let levelsBelowOneAnother: ExportShape = {
    let unit = of("431001").filter { $0.fund == BookedRow.general }
    var lines: [[String]] = []
    var shown: Set<String> = []
    for row in unit {
      for digits in [3, 5] where shown.insert(String(row.function.prefix(digits))).inserted {
        let code = String(row.function.prefix(digits))
        let sum = BookedRow.sum(unit.filter { $0.function.hasPrefix(code) })
        lines.append(
          digits == 3
            ? [code, "", "", "", "", sum] : ["", String(code.suffix(2)), "", "", "", sum])
      }
      lines.append(["", "", String(row.function.suffix(2)), row.economic, row.kind, row.yuan])
    }
    return ExportShape(
      name: "类、款、项逐级分行",
      grid: ExportGrid(
        rows: [["单位：元"], ["类", "款", "项", "部门经济分类", "支出类别", "金额"]] + lines),
      decisions: [
        ("  单位代码: 待定", "  单位代码: \"431001\""), ("  资金性质: 待定", "  资金性质: 一般公共预算财政拨款"),
      ])
  }()

  static let wideByKind = ExportShape(
    name: "基本、项目两栏，另有合计栏",
    grid: ExportGrid(
      rows: [
        ["单位：元"],
        ["预算单位", "资金性质", "支出功能分类", "部门经济分类", "本年支出", "", ""],
        ["", "", "", "", "合计", "基本支出", "项目支出"],
      ]
        + rows.map { row in
          let name = named(row)
          let isBasic = row.kind == BookedRow.basic
          return [
            name[0], name[1], name[3], name[4], row.yuan, isBasic ? row.yuan : "",
            isBasic ? "0.00" : row.yuan,
          ]
        },
      merges: [(1, 0, 2, 1), (1, 1, 2, 1), (1, 2, 2, 1), (1, 3, 2, 1), (1, 4, 1, 3)]))

  static let wideByFund = ExportShape(
    name: "每种资金一栏",
    grid: ExportGrid(
      rows: [
        ["单位：元"],
        ["单位编码", "支出类型", "功能分类科目编码", "经济科目编码", "合计", "一般公共预算", "政府性基金预算", "单位资金"],
      ]
        + rows.map { row in
          [row.unit, row.kind, row.function, row.economic, row.yuan]
            + [BookedRow.general, BookedRow.government, BookedRow.other].map {
              $0 == row.fund ? row.yuan : "-"
            }
        }))

  static let tenThousands = ExportShape(
    name: "以万元为单位",
    grid: ExportGrid(
      rows: [["金额单位：万元"], head] + rows.map { flat($0, $0.wan) }))

  static let subtotals = ExportShape(
    name: "每个单位小计，最后合计",
    grid: ExportGrid(
      rows: [["单位：元"], head] + of("431001").map { flat($0) }
        + [["小计", "", "", "", "", BookedRow.sum(of("431001"))]] + of("431002").map { flat($0) }
        + [
          ["小计", "", "", "", "", BookedRow.sum(of("431002"))],
          ["合  计", "", "", "", "", BookedRow.sum(rows)],
        ]
    ))

  /// Totals first, 类 and 款 above their 项, the names indented.
  static let tree: ExportShape = {
    var lines: [[String]] = [["", "", "", "", "合计", "", BookedRow.sum(rows)]]
    let groups = Dictionary(grouping: rows) { [$0.unit, $0.fund, $0.kind] }
    for (key, group) in groups.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      var shown: Set<String> = []
      for row in group.sorted(by: { $0.function < $1.function }) {
        for digits in [3, 5] where shown.insert(String(row.function.prefix(digits))).inserted {
          let code = String(row.function.prefix(digits))
          let sum = BookedRow.sum(group.filter { $0.function.hasPrefix(code) })
          lines.append(key + [code, "某级", "", sum])
        }
        lines.append(key + [row.function, "    某项", row.economic, row.yuan])
      }
    }
    return ExportShape(
      name: "科目树，上级行在上，合计在最前",
      grid: ExportGrid(
        rows: [["单位：元"], ["单位编码", "资金性质", "支出类型", "功能科目编码", "功能科目名称", "经济科目编码", "支出数"]]
          + lines))
  }()

  private static var once: [[String]] {
    var former: [String] = []
    return rows.map { row in
      let name = named(row)
      let shown = name[0] == former.first ? "" : name[0]
      former = name
      return [shown] + name.dropFirst() + [row.yuan]
    }
  }

  static let namedOnce = ExportShape(
    name: "单位只在第一行写",
    grid: ExportGrid(
      rows: [["单位：元"], ["预算单位", "资金性质", "支出类型", "支出功能分类", "部门经济分类", "支出金额"]] + once))

  static let namedOnceMerged = ExportShape(
    name: "单位一栏合并单元格",
    grid: ExportGrid(
      rows: namedOnce.grid.rows,
      merges: [(2, 0, of("431001").count, 1), (2 + of("431001").count, 0, of("431002").count, 1)]))

  static let amountsAsText = ExportShape(
    name: "金额是文字，有千分号，负数在括号里",
    grid: ExportGrid(
      rows: [["单位:元"], head] + rows.map { flat($0, $0.accounting) }))

  static let besides = ExportShape(
    name: "序号、两种经济分类并列、空行、隐藏行，栏的次序不同",
    grid: ExportGrid(
      rows: [
        ["单位：元"],
        ["序号", "金额", "政府经济分类", "部门经济分类", "支出功能分类", "支出类型", "资金性质", "单位编码", "单位名称"], [],
      ]
        + rows.enumerated().map { offset, row in
          [
            "\(offset + 1)", row.yuan, "50101 某某", row.economic, row.function, row.kind, row.fund,
            row.unit,
            ExportKnowledge.units[row.unit] ?? "",
          ]
        } + [[], ["制表人：某甲", "", "", "", "审核人：某乙"]],
      hidden: [4, 5]))

  /// Printed pages behind one another, each with its head and its sum.
  static let pages: ExportShape = {
    let pages = [Array(rows[..<4]), Array(rows[4...])]
    let lines = pages.flatMap { page in
      [head] + page.map { flat($0) } + [["本页小计", "", "", "", "", BookedRow.sum(page)]]
    }
    return ExportShape(
      name: "每页重复表头，有本页小计",
      grid: ExportGrid(
        rows: [["单位：元"]] + lines + [["总计", "", "", "", "", BookedRow.sum(rows)]]))
  }()

  static let unitNames = ExportShape(
    name: "单位只有名称",
    grid: ExportGrid(
      rows: [["单位：元"], ["单位名称"] + head.dropFirst()]
        + rows.map { [$0.unit == "431002" ? "农技站" : "某某县农业局(本级)"] + flat($0).dropFirst() }),
    decisions: [("农技站: 待定", "农技站: \"431002\"")])

  /// Below each function account its economic ones, and above them their sum.
  static let economicTree: ExportShape = {
    var lines: [[String]] = []
    let groups = Dictionary(grouping: rows) { [$0.unit, $0.fund, $0.kind, $0.function] }
    for (key, group) in groups.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      lines.append(key + ["", BookedRow.sum(group)])
      let classes = Dictionary(grouping: group) { String($0.economic.prefix(3)) }
      for (code, below) in classes.sorted(by: { $0.key < $1.key }) {
        lines.append(key + [code, BookedRow.sum(below)])
        lines += below.map { key + [$0.economic, $0.yuan] }
      }
    }
    return ExportShape(
      name: "功能科目下面是经济科目", grid: ExportGrid(rows: [["单位：元"], head] + lines))
  }()

  /// An account's sides: what is booked back stands on the other.
  static let sides = ExportShape(
    name: "借方、贷方",
    grid: ExportGrid(
      rows: [
        ["单位：元"], Array(head.dropLast()) + ["本期发生额", ""], ["", "", "", "", "", "借方", "贷方"],
      ]
        + rows.map { row in
          let amount = row.yuan
          return flat(row).dropLast()
            + (row.fen < 0 ? ["", String(amount.dropFirst())] : [amount, ""])
        },
      merges: (0..<5).map { (1, $0, 2, 1) } + [(1, 5, 1, 2)]),
    decisions: [
      ("本期发生额/借方: 待定", "本期发生额/借方: 金额"),
      ("本期发生额/贷方: 待定", "本期发生额/贷方: {取作: 金额, 减去: 是}"),
    ])

  static let twoHeadRows = ExportShape(
    name: "两行表头，没有合并单元格",
    grid: ExportGrid(
      rows: [
        ["单位：元"], ["单位编码", "资金性质", "功能分类科目编码", "经济科目编码", "本年支出", "", ""],
        ["", "", "", "", "小计", "基本支出", "项目支出"],
      ]
        + rows.map { row in
          let isBasic = row.kind == BookedRow.basic
          return [
            row.unit, row.fund, row.function, row.economic, row.yuan, isBasic ? row.yuan : "",
            isBasic ? "" : row.yuan,
          ]
        }))

  static let numbered = ExportShape(
    name: "栏次行",
    grid: ExportGrid(
      rows: [["单位：元"], head, ["栏次", "1", "2", "3", "4", "5"]] + rows.map { flat($0) }))

  static let numbersForCodes = ExportShape(
    name: "代码被当作数",
    grid: ExportGrid(
      rows: [["单位：元"], head]
        + rows.map { row in
          [
            row.unit, row.fund, row.kind,
            "\(row.function.prefix(1)),\(row.function.dropFirst().prefix(3)),\(row.function.suffix(3))",
            "\(row.economic).0", row.yuan,
          ]
        }))

  static let groups = ExportShape(
    name: "每个单位上面一行合计，没有“合计”字样",
    grid: ExportGrid(
      rows: [["单位：元"], head]
        + ["431001", "431002"].flatMap { unit in
          [[unit, "", "", "", "", BookedRow.sum(of(unit))]] + of(unit).map { flat($0) }
        }))
}
