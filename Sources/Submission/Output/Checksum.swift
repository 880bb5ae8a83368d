internal import CSystem
public import FoundationEssentials

/// The SHA-256 of a file's bytes in lower-case hexadecimal digits.
public func sha256(of data: Data) -> String {
  let digest = data.withUnsafeBytes { bytes in
    g_compute_checksum_for_data(
      G_CHECKSUM_SHA256, bytes.bindMemory(to: guchar.self).baseAddress, gsize(bytes.count))
  }
  // GLib returns nothing only for an unknown algorithm.
  guard let digest else { preconditionFailure("GLib knows no SHA-256") }
  defer { g_free(digest) }
  return String(cString: digest)
}
