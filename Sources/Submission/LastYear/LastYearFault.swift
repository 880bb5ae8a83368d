internal import Diagnostics

/// What can stand in the way of reading the year before, or of holding it against the one after.
enum LastYearFault: Error, Fault {
  /// Nothing stands at the path.
  case missing(String)
  /// A list of figures that is not what its build wrote.
  case changed(String)
  /// Figures whose build nobody can tell the layout set of.
  case unknownSet(String, known: [String])
  /// The year before is another one.
  case otherYear(Int, needed: Int)
  /// The year before is that of another department.
  case otherDepartment(String, own: String)
  /// What was published, which this program does not read.
  case notHeld(String)
  /// What could not be read, with why; nothing is held against it.
  case unread(String, why: String)

  var wording: FaultWording {
    switch self {
    case .missing(let path):
      FaultWording(
        code: "X450", what: "没有 \(path) 这个文件或文件夹", expected: "上年的卷宗、输出文件夹，或已公开的工作簿、PDF",
        mend: "核对路径")
    case .changed(let file):
      FaultWording(
        code: "X451", what: "\(file) 与同一文件夹的 manifest.json 记的不同，改动过或不完整",
        expected: "生成时写出的文件", mend: "重新生成上年的文件，或改用上年的卷宗、工作簿")
    case .unknownSet(let file, let known):
      FaultWording(
        code: "X452", what: "不知道 \(file) 是按哪一套版式生成的",
        expected: "同一文件夹里有 manifest.json，其中的版式是 \(known.joined(separator: "、")) 之一",
        mend: "把生成时的 manifest.json 放回去，或改用上年的卷宗、工作簿")
    case .otherYear(let year, let needed):
      FaultWording(
        code: "X453", severity: .warning, what: "“上年”写的是 \(year) 年度的材料，没有与它对照",
        expected: "\(needed) 年度的材料", mend: "改正 department.yaml 中的“上年”")
    case .otherDepartment(let code, let own):
      FaultWording(
        code: "X454", severity: .warning, what: "“上年”写的是部门 \(code) 的材料，没有与它对照",
        expected: "部门 \(own) 的材料", mend: "改正 department.yaml 中的“上年”；部门代码改了的删去这一行")
    case .notHeld(let path):
      FaultWording(
        code: "X455", severity: .note, what: "“上年”写的是公开的文件 \(path)，生成时不与它对照",
        expected: "上年的卷宗，或有 figures.csv 的输出文件夹", mend: "运行 gongkai check，它与公开的文件也对照")
    case .unread(let path, let why):
      FaultWording(
        code: "X456", severity: .warning, what: "“上年”写的 \(path) 读不出来，没有与它对照：\(why)",
        expected: "上年的卷宗、输出文件夹，或已公开的工作簿、PDF", mend: "改正 department.yaml 中的“上年”，或删去这一行")
    }
  }
}

/// Why no layout set could be chosen for the year after.
enum NextLayoutFault: Error, Fault {
  /// A layout set of another issuer than that of the year before.
  case otherIssuer(String, former: String)
  /// A layout set of another year than the one after.
  case layoutYear(String, year: Int, needed: Int)
  /// No layout set, or several, for the year after.
  case noSet(year: Int, known: [String])

  var wording: FaultWording {
    switch self {
    case .otherIssuer(let set, let former):
      FaultWording(
        code: "X457", what: "上年的材料是按 \(former) 公开的，\(set) 是别的发布单位的版式",
        expected: "同一发布单位的版式", mend: "核对上年的材料和 --layout")
    case .layoutYear(let set, let year, let needed):
      FaultWording(
        code: "X458", cause: .usage, what: "版式 \(set) 是 \(year) 年度的，上年的下一年是 \(needed)",
        expected: "\(needed) 年度的版式",
        mend: "用 --layout 另写一套；没有的先用 gongkai layout new 新建")
    case .noSet(let year, let known):
      FaultWording(
        code: "X459", cause: .usage, what: "不知道 \(year) 年度用哪一套版式",
        expected: known.isEmpty ? "\(year) 年度的版式" : "以下之一：" + known.joined(separator: "、"),
        mend: "用 --layout 写上名称；没有的先用 gongkai layout new 新建")
    }
  }
}
