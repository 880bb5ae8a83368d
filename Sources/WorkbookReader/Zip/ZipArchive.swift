internal import CZip

/// The parts of a zip archive by name.
///
/// Names are compared as parts of Office files are: without regard to the case of ASCII letters, to
/// a leading slash, and to the way slashes lean.
struct ZipArchive {
  private let file: ZipFile
  private let places: [String: UInt64]
  private let limits: ZipLimits
  private let budget: ZipBudget

  /// Opens an archive that is in memory.
  init(_ bytes: [UInt8], limits: ZipLimits = .standard) throws(FileFault) {
    guard bytes.count <= limits.file else {
      throw .beyondLimit(part: nil, limit: "文件不超过 \(limits.file >> 20) MB")
    }
    // The library makes room for what the archive claims, so the claim is held first.
    guard ZipDirectory.declaredEntries(bytes) <= limits.entries else {
      throw .beyondLimit(part: nil, limit: "压缩包里不超过 \(limits.entries) 个文件")
    }
    guard let file = ZipFile(bytes) else { throw .truncated }
    let count = zip_get_num_entries(file.library, 0)
    guard count <= limits.entries else {
      throw .beyondLimit(part: nil, limit: "压缩包里不超过 \(limits.entries) 个文件")
    }
    self.file = file
    self.limits = limits
    budget = ZipBudget(limits.inflated)
    places = Self.places(in: file.library, count: count)
  }

  /// Where each name stands; the last of equal names counts, as other readers have it.
  private static func places(in library: OpaquePointer, count: Int64) -> [String: UInt64] {
    var places: [String: UInt64] = [:]
    for place in 0..<UInt64(max(0, count)) {
      guard let name = zip_get_name(library, place, 0) else { continue }
      places[key(String(cString: name))] = place
    }
    return places
  }

  private static func key(_ name: String) -> String {
    let bytes = name.utf8.drop { $0 == 0x2F || $0 == 0x5C }.map { byte in
      switch byte {
      case 0x5C: UInt8(0x2F)
      case 0x41...0x5A: byte + 0x20
      default: byte
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether there is a part of that name.
  func contains(_ name: String) -> Bool { places[Self.key(name)] != nil }

  /// A part's length and checksum as the archive has them; nil for a part that is not there.
  func mark(of name: String) -> (length: Int, checksum: UInt32)? {
    guard let place = places[Self.key(name)] else { return nil }
    var facts = zip_stat_t()
    zip_stat_init(&facts)
    guard zip_stat_index(file.library, place, 0, &facts) == 0 else { return nil }
    return (Int(clamping: facts.size), facts.crc)
  }

  /// Whether a part is there byte by byte in another archive too, as it was packed; or in neither.
  ///
  /// What the archives say of it must be the same as well, so that both unpack it, or refuse to, alike;
  /// a checksum alone proves nothing, for whoever made the archive wrote it as well.
  func hasSame(_ name: String, as other: ZipArchive) -> Bool {
    let key = Self.key(name)
    guard let place = places[key], let match = other.places[key] else {
      return places[key] == nil && other.places[key] == nil
    }
    guard let own = stat(place), let others = other.stat(match), own.size == others.size,
      own.comp_size == others.comp_size, own.crc == others.crc,
      own.comp_method == others.comp_method, own.encryption_method == ZIP_EM_NONE,
      others.encryption_method == ZIP_EM_NONE,
      let left = PackedBytes(file, place), let right = PackedBytes(other.file, match)
    else { return false }
    return left.areSame(as: right)
  }

  /// Takes the length of parts that are not unpacked from what may be unpacked of the archive.
  ///
  /// - Returns: false where that would be too much; then nothing is taken.
  func reserve(_ names: [String]) -> Bool {
    var length = 0
    for name in names {
      length += mark(of: name)?.length ?? 0
      guard length <= budget.left else { return false }
    }
    budget.left -= length
    return true
  }

  private func stat(_ place: UInt64) -> zip_stat_t? {
    var facts = zip_stat_t()
    zip_stat_init(&facts)
    let wanted = UInt64(
      ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_CRC | ZIP_STAT_COMP_METHOD
        | ZIP_STAT_ENCRYPTION_METHOD)
    guard zip_stat_index(file.library, place, 0, &facts) == 0, facts.valid & wanted == wanted
    else { return nil }
    return facts
  }

  /// Opens a part for reading.
  func part(_ name: String) throws(FileFault) -> ZipPartStream {
    guard let place = places[Self.key(name)] else { throw .missingPart(name) }
    var facts = zip_stat_t()
    zip_stat_init(&facts)
    guard zip_stat_index(file.library, place, 0, &facts) == 0 else {
      throw .damaged(part: name, reason: reason())
    }
    guard facts.encryption_method == ZIP_EM_NONE else { throw .encrypted(part: name) }
    // What the archive says about itself is checked first, what comes out of it while it comes.
    let most = max(limits.free, Int(clamping: facts.comp_size) * limits.ratio)
    guard facts.size <= most else { throw ZipPartStream.bomb(name, limits) }
    guard let handle = zip_fopen_index(file.library, place, 0) else {
      throw .damaged(part: name, reason: reason())
    }
    return ZipPartStream(handle, of: file, name: name, most: most, limits: limits, budget: budget)
  }

  /// The library's word for what went wrong last.
  private func reason() -> String {
    String(cString: zip_error_strerror(zip_get_error(file.library)))
  }
}

/// Bytes that may still be inflated from an archive.
final class ZipBudget {
  var left: Int

  init(_ left: Int) { self.left = left }
}
