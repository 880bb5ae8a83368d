public import Diagnostics
public import FoundationEssentials
internal import Glibc

/// The entries of a folder, each by its name as it is stored.
///
/// Linux keeps names as bytes, whatever they mean. Foundation puts a replacement character where they
/// are no UTF-8, and then finds no such file; so those are kept apart here.
public struct FolderListing: Sendable {
  /// The names that are UTF-8, sorted.
  public private(set) var names: [String] = []
  /// The names that are not, sorted by their bytes.
  public private(set) var foreign: [ForeignName] = []

  /// Lists a folder; `.` and `..` are left out.
  public init(_ folder: URL) throws(SystemReason) {
    guard let stream = opendir(folder.path) else { throw SystemReason() }
    defer { closedir(stream) }
    errno = 0
    while let entry = readdir(stream) {
      let bytes = withUnsafePointer(to: &entry.pointee.d_name) { name in
        name.withMemoryRebound(to: CChar.self, capacity: 256) { start in
          (0..<strlen(start)).map { UInt8(bitPattern: start[$0]) }
        }
      }
      if let name = String(validating: bytes, as: UTF8.self) {
        if name != "." && name != ".." { names.append(name) }
      } else {
        foreign.append(ForeignName(bytes))
      }
    }
    guard errno == 0 else { throw SystemReason() }
    names.sort()
    foreign.sort { $0.bytes.lexicographicallyPrecedes($1.bytes) }
  }

  /// The files of a folder and of those below it, by their paths from it, sorted; entries whose name
  /// begins with a point are left out, and links to folders are not followed.
  ///
  /// - Returns: the paths that are UTF-8; and the names that are not, each with the path of the
  ///   folder in which it stands, empty for the first one.
  public static func files(
    below folder: URL
  ) -> (paths: [String], foreign: [(folder: String, name: ForeignName)]) {
    var paths: [String] = []
    var foreign: [(folder: String, name: ForeignName)] = []
    var open = [""]
    while let inner = open.popLast() {
      let url = inner.isEmpty ? folder : folder.appendingPathComponent(inner)
      guard let listing = try? FolderListing(url) else { continue }
      foreign += listing.foreign.filter { $0.bytes.first != UInt8(ascii: ".") }.map { (inner, $0) }
      for name in listing.names where !name.hasPrefix(".") {
        let path = inner.isEmpty ? name : "\(inner)/\(name)"
        if isFolder(folder.appendingPathComponent(path)) {
          open.append(path)
        } else {
          paths.append(path)
        }
      }
    }
    return (paths.sorted(), foreign.sorted { $0.folder < $1.folder })
  }

  private static func isFolder(_ url: URL) -> Bool {
    var status = stat()
    return lstat(url.path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}

/// A name whose bytes are no UTF-8: mostly one of GBK, from an archive packed on Windows.
public struct ForeignName: Hashable, Sendable {
  /// As the folder has it.
  public let bytes: [UInt8]

  /// Takes the bytes of a name.
  public init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The name for messages: visible ASCII as it is, every other byte as shells escape it
  /// (`\xCA\xD5.yaml`).
  public var escaped: String {
    bytes.map { byte in
      if (0x21...0x7E).contains(byte), byte != UInt8(ascii: "\\"), byte != UInt8(ascii: "'") {
        return String(Unicode.Scalar(byte))
      }
      let digits = String(byte, radix: 16, uppercase: true)
      return "\\x" + (digits.count < 2 ? "0" : "") + digits
    }.joined()
  }

  /// What the bytes say in GB18030; nil where they are no such text either.
  public var reading: String? {
    guard case .success(let text) = decodeGB18030(bytes[...]) else { return nil }
    return text.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F } ? nil : text
  }

  /// The escaped name between quotation marks, with what it probably is meant to be.
  public var shown: String { "“\(escaped)”" + (reading.map { "（按 GBK 读作“\($0)”）" } ?? "") }

  /// How to mend it, for messages.
  public var mend: String {
    "在它的文件夹里改名：\(renaming)；若是 zip 解压得来的，用 unzip -O GBK 重新解压"
  }

  /// A command for `bash` that gives the file a name in UTF-8, in its folder.
  private var renaming: String {
    let wish = reading.map { "'" + $0.replacing("'", with: "") + "'" } ?? "新名称"
    return "mv -- $'\(escaped)' \(wish)"
  }
}
