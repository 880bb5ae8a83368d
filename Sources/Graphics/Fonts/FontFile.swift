/// A face by the file that holds it.
public struct FontFile: Hashable, Sendable, CustomStringConvertible {
  /// The absolute path.
  public let path: String
  /// The face's number in a collection (`.ttc`); 0 in a file with one face.
  public let index: Int

  /// The face of that number in the file.
  public init(path: String, index: Int) {
    self.path = path
    self.index = index
  }

  /// The path, with `#` and the index where there is one.
  public var description: String { index == 0 ? path : "\(path)#\(index)" }
}

/// A face that a ``FontCollection`` has opened, by its position in ``FontCollection/files``.
public struct FaceID: Hashable, Comparable, Sendable {
  /// The position, from 0.
  public let index: Int

  /// The face at that position.
  public init(index: Int) { self.index = index }

  /// Orders faces as they were opened.
  public static func < (left: FaceID, right: FaceID) -> Bool { left.index < right.index }
}
