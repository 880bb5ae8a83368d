public import FoundationEssentials

/// The files of a folder that a build of ours wrote there, by its manifest.
public struct OwnOutputs: Sendable {
  private let folder: URL
  private let checksums: [String: String]

  /// Looks for a manifest in a folder.
  public init(in folder: URL) {
    self.folder = folder
    let outputs = Manifest(in: folder)?.outputs ?? []
    checksums = Dictionary(
      outputs.map { ($0.name, $0.sha256) }, uniquingKeysWith: { first, _ in first })
  }

  /// The bytes of a file by its name; nil for one that the manifest does not list, or that is no
  /// longer as it was written.
  public func bytes(of name: String) -> [UInt8]? {
    guard let checksum = checksums[name],
      let data = try? Data(contentsOf: folder.appendingPathComponent(name)),
      sha256(of: data) == checksum
    else { return nil }
    return Array(data)
  }
}
