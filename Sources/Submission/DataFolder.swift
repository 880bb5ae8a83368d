public import FoundationEssentials
public import Layouts

/// The folder that holds `Layouts/` and `Fonts/`.
public struct DataFolder: Sendable {
  /// The folder itself.
  public let root: URL

  /// A folder that is known to hold them.
  public init(root: URL) { self.root = root }

  /// All layout sets.
  public var layouts: LayoutLibrary {
    LayoutLibrary(root: root.appendingPathComponent("Layouts"))
  }
  /// The folder of the font roles.
  public var fonts: URL { root.appendingPathComponent("Fonts") }

  /// Looks for the folder where it may stand: the one given, the one of the environment,
  /// `../share/gongkai` beside the program, then upward from the program.
  ///
  /// - Returns: the first that holds `Layouts`; nil where none does. A folder that was given and
  ///   does not hold it is not passed over for another.
  public static func find(
    given: String?, environment: String?, executable: URL
  ) -> DataFolder? {
    if let explicit = given ?? environment {
      return folder(URL(fileURLWithPath: explicit))
    }
    let program = executable.resolvingSymlinksInPath()
    var candidate = program.deletingLastPathComponent()
    let shared = candidate.deletingLastPathComponent().appendingPathComponent("share/gongkai")
    if let found = folder(shared) { return found }
    while candidate.path != "/" {
      if let found = folder(candidate) { return found }
      candidate = candidate.deletingLastPathComponent()
    }
    return nil
  }

  private static func folder(_ root: URL) -> DataFolder? {
    let layouts = root.appendingPathComponent("Layouts").path
    return FileManager.default.fileExists(atPath: layouts) ? DataFolder(root: root) : nil
  }
}
