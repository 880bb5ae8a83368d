internal import CZlib

/// The library that packs PDFs, with its version: their bytes depend on it.
public var packingLibrary: String { "zlib \(String(cString: zlibVersion()))" }

/// How hard zlib tries: one step less than by default takes some eight million instructions less for 500 bytes.
private let effort: Int32 = 5

/// Compresses bytes as `FlateDecode` reads them (ISO 32000-1, 7.4.4), always in the same way.
func deflated(_ bytes: [UInt8]) throws(PDFFault) -> [UInt8] {
  var status = Z_OK
  let packed = [UInt8](unsafeUninitializedCapacity: Int(compressBound(UInt(bytes.count)))) {
    var count = UInt($0.count)
    status = compress2($0.baseAddress, &count, bytes, UInt(bytes.count), effort)
    $1 = status == Z_OK ? Int(count) : 0
  }
  guard status == Z_OK else {
    throw PDFFault("zlib", doing: "compress \(bytes.count) bytes", reason: "status \(status)")
  }
  return packed
}

/// Two sums of 32 bits over bytes, in hexadecimal digits: other bytes have others.
func checksums(of bytes: [UInt8]) -> String {
  bytes.withUnsafeBufferPointer { bytes in
    let sums = [
      crc32_z(0, bytes.baseAddress, bytes.count), adler32_z(1, bytes.baseAddress, bytes.count),
    ]
    return sums.map { sum in
      let digits = String(sum, radix: 16, uppercase: true)
      return String(repeating: "0", count: max(0, 8 - digits.count)) + digits
    }.joined()
  }
}
