internal import Glibc

/// Where a text stops being GB18030.
struct DecodingFault: Error {
  /// The offset of the first byte that could not be read, from 0.
  let offset: Int
}

/// Decodes GB18030 through the C library's iconv.
func decodeGB18030(_ bytes: ArraySlice<UInt8>) -> Result<String, DecodingFault> {
  converted(bytes, from: "GB18030", to: "UTF-8").map { String(decoding: $0, as: UTF8.self) }
}

/// Writes a text in GB18030, which has every character that there is.
func encodeGB18030(_ text: String) -> Result<[UInt8], DecodingFault> {
  converted(Array(text.utf8)[...], from: "UTF-8", to: "GB18030")
}

private func converted(
  _ bytes: ArraySlice<UInt8>, from source: String, to target: String
) -> Result<[UInt8], DecodingFault> {
  guard let converter = iconv_open(target, source), converter != iconv_t(bitPattern: -1) else {
    return .failure(DecodingFault(offset: 0))
  }
  defer { iconv_close(converter) }
  var input = bytes.map { CChar(bitPattern: $0) }
  // A GB18030 character has at least one byte for each that UTF-8 needs, but for the two-byte
  // characters, which need three; and never twice as many the other way.
  var output = [CChar](repeating: 0, count: input.count * 2 + 4)
  let total = input.count
  return input.withUnsafeMutableBufferPointer { source in
    output.withUnsafeMutableBufferPointer { target in
      var from = source.baseAddress
      var to = target.baseAddress
      var fromLeft = source.count
      var toLeft = target.count
      let status = iconv(converter, &from, &fromLeft, &to, &toLeft)
      guard status != Int(bitPattern: UInt.max), fromLeft == 0 else {
        return .failure(DecodingFault(offset: total - fromLeft))
      }
      return .success(target[..<(target.count - toLeft)].map { UInt8(bitPattern: $0) })
    }
  }
}
