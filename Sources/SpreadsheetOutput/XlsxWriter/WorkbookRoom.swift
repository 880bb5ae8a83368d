internal import Diagnostics
internal import Glibc

/// How much room a workbook takes on a disk while it is made, at most.
///
/// The library writes each part into a temporary file first and does not look whether that worked: on
/// a full disk the part ends somewhere, and the workbook is damaged without a word. So the room is
/// asked for beforehand, in the folder of the file, where the temporary files are put as well.
struct WorkbookRoom {
  private(set) var bytes: Int

  /// The room for the sheets of a workbook.
  init(_ plans: [SheetPlan]) {
    // What every workbook holds: styles, theme, properties, relations.
    bytes = 64 * 1024
    for plan in plans {
      bytes += 8 * 1024 + 160 * (plan.rows.count + plan.columns.count)
      for cell in plan.cells {
        // `<c r="XFD1048576" s="1000" t="s"><v>123456789</v></c>`, and the range that is merged.
        bytes += 64 * cell.range.count + 48
        if case .text(let text) = cell.content { bytes += Self.size(text) }
      }
    }
  }

  /// The room for a workbook that people fill in.
  init(_ book: EntryBook) {
    bytes = 128 * 1024
    for sheet in book.sheets {
      bytes += 16 * 1024 + 1024 * sheet.rules.count
      for cell in sheet.cells {
        bytes += 64 * cell.range.columns.count + 160
        if case .text(let text) = cell.content { bytes += Self.size(text) }
        // A comment has a shape of its own.
        if let comment = cell.comment { bytes += 2 * 1024 + Self.size(comment) }
      }
    }
  }

  /// A text among the shared ones, with the characters that XML escapes.
  private static func size(_ text: String) -> Int {
    text.utf8.reduce(64) { sum, byte in
      switch byte {
      case 0x22, 0x26, 0x3C, 0x3E, 0x5F: sum + 7
      default: sum + 1
      }
    }
  }

  /// Takes the room at a path and gives it back.
  ///
  /// - Throws: why the file cannot be made, or not be as large.
  func probe(_ path: String) throws(SystemReason) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw SystemReason() }
    let number = posix_fallocate(descriptor, 0, off_t(bytes))
    var missing: Int?
    if number != 0 {
      var status = statvfs()
      if fstatvfs(descriptor, &status) == 0 {
        missing = max(1, bytes - Int(clamping: UInt64(status.f_bavail) * UInt64(status.f_frsize)))
      }
    }
    ftruncate(descriptor, 0)
    close(descriptor)
    switch number {
    // What is no plain file has no room of its own, and some disks cannot tell.
    case 0, ENODEV, ESPIPE, EINVAL, ENOSYS, EOPNOTSUPP: return
    default:
      unlink(path)
      throw SystemReason(number, missing: missing)
    }
  }
}
