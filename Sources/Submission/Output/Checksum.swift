internal import CCrypto
public import FoundationEssentials

/// The SHA-256 of a file's bytes in lower-case hexadecimal digits.
public func sha256(of data: Data) -> String {
  var digest = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
  var count: UInt32 = 0
  let isDone = data.withUnsafeBytes { bytes in
    EVP_Digest(bytes.baseAddress, bytes.count, &digest, &count, EVP_sha256(), nil)
  }
  // The library refuses only where it was built without the algorithm.
  guard isDone == 1 else { preconditionFailure("libcrypto knows no SHA-256") }
  let digits = Array("0123456789abcdef".utf8)
  let text = digest.prefix(Int(count)).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
  return String(decoding: text, as: UTF8.self)
}
