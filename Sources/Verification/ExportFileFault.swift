internal import Diagnostics
internal import Dossiers
internal import Exports
internal import Layouts

/// What stands in the way of an export, or of the table that it becomes.
enum ExportFileFault: Fault {
  case noLayout(known: [String])
  case otherKind(exists: Bool)
  case unknownSheet(String, known: [String])
  case severalSheets([String])
  /// A table that has rows already.
  case filled(ExportTable, rows: Int)
  /// A dossier that does not say its units, with those of the export.
  case noUnits([(code: String, name: String)], isWorkbook: Bool)

  var wording: FaultWording {
    switch self {
    case .noLayout(let known):
      FaultWording(
        code: "X420", cause: .usage, what: "没有说明用哪一套版式的词",
        expected: "--to 或 --dossier 后面的卷宗，或版式：\(known.joined(separator: "、"))",
        mend: "加上 --dossier 卷宗，或 --layout 版式")
    case .otherKind(let exists):
      FaultWording(
        code: "K200", what: exists ? "不是工作簿，也不是文本" : "没有这个文件", expected: "导出表：工作簿（.xlsx）或 CSV",
        mend: exists ? "旧格式的（.xls），另存为 .xlsx" : "检查文件名和所在的文件夹")
    case .unknownSheet(let name, let known):
      FaultWording(
        code: "K201", what: "没有名为\(quoted(name))的工作表", expected: oneOf(known),
        mend: correction(of: name, among: known, otherwise: "改正 --sheet"))
    case .severalSheets(let names):
      FaultWording(
        code: "K202", what: "有 \(names.count) 张工作表像导出表", expected: oneOf(names),
        mend: "用 --sheet 写明哪一张")
    case .filled(let table, let rows):
      FaultWording(
        code: "K203", what: "“\(table.name)”表里已经有 \(rows) 行", expected: "只有列名的表，或还没有的文件",
        mend: "原来的不要了，加上 --replace；要留的，--to 另写一个文件")
    case .noUnits(let units, let isWorkbook):
      FaultWording(
        code: "K241", severity: .warning, what: "单位还没有填好：单位代码照导出表取，没有核对",
        expected: "导入以前，每个单位的代码、名称和类型都已填好",
        mend: isWorkbook
          ? "把下面各行粘贴到“\(SheetTitle.units.rawValue)”表，补上缺的名称和类型"
          : "把下面各行写进 department.yaml 的“\(IdentityKey.units)”，补上缺的名称和类型",
        paste: units.map { code, name in
          isWorkbook
            ? "\(code)\t\(name)"
            : "  - {\(IdentityKey.code): \"\(code)\", \(IdentityKey.name): \"\(name)\", 类型: }"
        })
    }
  }
}
