internal import Diagnostics

/// What keeps the process that reads a file from giving an answer.
enum ReaderFault: Hashable {
  /// It died of a signal.
  case crashed(signal: Int)
  /// It ended of itself.
  case ended(code: Int)
  /// It took all the memory that it may take, in bytes.
  case outOfMemory(limit: Int)
  /// It took longer than so many seconds.
  case late(seconds: Int)
  /// Its answer makes no sense.
  case malformed
  /// A text of so many bytes, which nobody would read to its end.
  case longText(Int, limit: Int)
  /// It did not begin, for the system's reason.
  case notStarted(String)
  /// Its program is not where it ought to be.
  case missing(String)
  /// Its program, at this place, was not installed together with this one.
  case foreign(String)
}

extension ReaderFault: Fault {
  var wording: FaultWording {
    let suspect = "确认拿对了文件；文件可能是有意做坏的，用原来的软件打开，另存一份再比较"
    let sound = "一个没有损坏的文件"
    switch self {
    case .crashed(let signal):
      return FaultWording(
        code: "C080", what: "读这个文件的进程中途停止（信号 \(signal)），没有读完", expected: sound,
        mend: suspect)
    case .ended(let code):
      return FaultWording(
        code: "C086", what: "读这个文件的进程中途停止（退出码 \(code)），没有读完", expected: sound,
        mend: suspect)
    case .outOfMemory(let limit):
      return FaultWording(
        code: "C081", what: "读这个文件用的内存超过 \(limit >> 20) MB 的上限，没有读完",
        expected: "一个部门的公开文件，不会用这么多内存", mend: suspect)
    case .late(let seconds):
      return FaultWording(
        code: "C082", what: "读了 \(seconds) 秒，还没有读完，停了下来", expected: "一个部门的公开文件，几秒之内能读完",
        mend: suspect)
    case .malformed:
      return FaultWording(
        code: "C083", what: "读这个文件的进程交回的内容不合格式，没有采用", expected: sound, mend: suspect)
    case .longText(let size, let limit):
      return FaultWording(
        code: "C085", what: "文本文件有 \(size >> 20) MB，超过 \(limit >> 20) MB 的上限",
        expected: "一个部门的清单，不会有这么大", mend: "确认拿对了文件")
    case .notStarted(let reason):
      return FaultWording(
        code: "C084", cause: .machine, what: "不能启动读这个文件的进程：\(reason)",
        expected: "系统允许再启动一个进程", mend: "关闭一些程序，或检查内存、进程数的限制，再运行一次")
    case .missing(let program): return installation("C087", "找不到读这个文件的程序，它应在 \(program)")
    case .foreign(let program):
      return installation("C088", "读这个文件的程序 \(program) 与 gongkai 不是同一次安装的")
    }
  }

  private func installation(_ code: String, _ what: String) -> FaultWording {
    FaultWording(
      code: code, cause: .machine, what: what, expected: "几个程序来自同一次安装，放在同一个文件夹里",
      mend: "重新安装，或重新运行 scripts/setup")
  }
}
