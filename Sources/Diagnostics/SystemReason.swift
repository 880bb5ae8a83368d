internal import Glibc

/// Why the system refused to read or write, by its error number, in words for clerks.
public struct SystemReason: Error, Hashable, Sendable {
  /// The system's `errno`.
  public let number: Int32
  /// The bytes that the disk is short of; nil where that is not known, or not the matter.
  public let missing: Int?

  /// The reason of the call that failed last; to be asked at once, for nearly every call changes it.
  public init() { self.init(errno) }

  /// A reason by its number.
  public init(_ number: Int32, missing: Int? = nil) {
    self.number = number
    self.missing = missing
  }

  /// What is the matter: `磁盘已满，还需要 1.5 MB`.
  public var what: String {
    let text = Self.words[number]?.what ?? "系统错误 \(number)"
    guard isFull, let missing, missing > 0 else { return text }
    return "\(text)，还需要 \(Self.size(missing))"
  }

  /// What was expected in its place.
  public var expected: String { Self.words[number]?.expected ?? "可以写入的位置，磁盘正常" }

  /// How to mend it.
  public var mend: String {
    Self.words[number]?.mend ?? "检查磁盘和写权限，或换一个位置，再运行一次"
  }

  /// Whether there is no room left on the disk.
  public var isFull: Bool { number == ENOSPC || number == EDQUOT }

  /// Whether there is nothing of that name, or no folder.
  public var isAbsence: Bool { number == ENOENT || number == ENOTDIR }

  /// A number of bytes, rounded up to what people count in.
  private static func size(_ bytes: Int) -> String {
    let kilobytes = (bytes + 1023) / 1024
    guard kilobytes >= 1024 else { return "\(kilobytes) KB" }
    let tenths = (kilobytes * 10 + 1023) / 1024
    return "\(tenths / 10).\(tenths % 10) MB"
  }

  private static let words: [Int32: (what: String, expected: String, mend: String)] = [
    ENOSPC: ("磁盘已满", "磁盘有足够的空间", "清理磁盘，或换到另一个磁盘，再运行一次"),
    EDQUOT: ("超出了磁盘配额", "配额之内有足够的空间", "清理自己的文件，或请管理员放宽配额"),
    EACCES: ("没有权限", "有读写权限的文件夹", "检查文件夹的权限，或换一个位置"),
    EPERM: ("系统不允许", "有读写权限的文件夹", "检查文件夹的权限和属性，或换一个位置"),
    EROFS: ("磁盘是只读的", "可以写入的磁盘", "换一个可以写入的位置，或请管理员改为可写"),
    ENAMETOOLONG: ("名称或路径太长", "一级名称不超过 255 字节（约 85 个汉字），路径不超过 4095 字节", "缩短名称，或换一个位置"),
    EFBIG: ("文件超出了允许的大小", "允许写这么大的文件", "请管理员放宽文件大小的限制（ulimit -f），或换一个磁盘"),
    EIO: ("磁盘读写出错", "磁盘正常", "检查磁盘或网络，或换一个位置"),
    ENOENT: ("没有这个文件或文件夹", "存在的文件夹", "检查路径"),
    ENOTDIR: ("路径中有一段不是文件夹", "路径的每一段都是文件夹", "检查路径"),
    EISDIR: ("这是一个文件夹", "一个文件", "换一个名称"),
    EEXIST: ("已经有同名的文件", "没有同名的文件", "换一个名称，或移走同名的文件"),
    ELOOP: ("符号链接绕成了圈", "链接最后指向一个文件夹", "改正链接，或换一个位置"),
    EBUSY: ("正在使用", "没有别的程序占用", "关闭正在使用它的程序，再运行一次"),
    ETXTBSY: ("正在使用", "没有别的程序占用", "关闭正在使用它的程序，再运行一次"),
    EMFILE: ("打开的文件太多", "可以再打开文件", "关闭一些程序，再运行一次"),
    ENFILE: ("打开的文件太多", "可以再打开文件", "关闭一些程序，再运行一次"),
    ENOMEM: ("内存不足", "有足够的内存", "关闭一些程序，再运行一次"),
    EXDEV: ("不在同一个磁盘上", "同一个磁盘上的位置", "换一个位置，再运行一次"),
    ENOTEMPTY: ("文件夹不是空的", "空的文件夹", "移走其中的文件，再运行一次"),
    ESTALE: ("网络磁盘已断开", "连接正常的磁盘", "重新连接网络磁盘，再运行一次"),
    ENOLCK: ("不能加锁", "支持文件锁的磁盘", "换到本机的磁盘，再运行一次"),
  ]
}
