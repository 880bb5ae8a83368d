internal import CZip

/// A part of an archive as it is inflated.
final class ZipPartStream: ByteSource {
  private let handle: OpaquePointer
  /// Lives as long as its parts are read.
  private let file: ZipFile
  private let name: String
  /// How many bytes may come.
  private let most: Int
  private let limits: ZipLimits
  private let budget: ZipBudget
  private var count = 0
  private(set) var fault: FileFault?

  init(
    _ handle: OpaquePointer, of file: ZipFile, name: String, most: Int, limits: ZipLimits,
    budget: ZipBudget
  ) {
    self.handle = handle
    self.file = file
    self.name = name
    self.most = most
    self.limits = limits
    self.budget = budget
  }

  deinit { zip_fclose(handle) }

  func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    guard fault == nil else { return -1 }
    let read = Int(zip_fread(handle, buffer.baseAddress, UInt64(buffer.count)))
    guard read >= 0 else {
      fault = .damaged(part: name, reason: String(cString: zip_file_strerror(handle)))
      return -1
    }
    count += read
    budget.left -= read
    if count > most {
      fault = Self.bomb(name, limits)
    } else if budget.left < 0 {
      fault = .beyondLimit(part: name, limit: "解压后合计不超过 \(limits.inflated >> 20) MB")
    }
    return fault == nil ? read : -1
  }

  /// Reads to the end, where the library holds the checksum against the bytes.
  func finish() throws(FileFault) {
    var rest = [UInt8](repeating: 0, count: 4096)
    while fault == nil {
      guard rest.withUnsafeMutableBytes({ read(into: $0) }) > 0 else { break }
    }
    if let fault { throw fault }
  }

  static func bomb(_ name: String, _ limits: ZipLimits) -> FileFault {
    .beyondLimit(part: name, limit: "解压后不超过压缩大小的 \(limits.ratio) 倍")
  }
}
