internal import ArgumentParser
public import Domain
public import FoundationEssentials
public import Layouts
public import Submission

/// What the program takes from its surroundings: read here once and passed on as values.
public struct Surroundings {
  /// Where relative paths of the command line begin.
  public let workingFolder: URL
  /// Where layout sets and font roles are.
  public let data: DataFolder
  /// The catalogues of account names that people have brought in.
  public let catalogues: UserCatalogues
  /// The day of `SOURCE_DATE_EPOCH`; nil where it is not set.
  public let date: CalendarDate?
  /// Whether `CI` is set, as services of continuous integration do.
  public let isContinuousIntegration: Bool

  /// Takes them in.
  ///
  /// - Parameter given: the folder of `--data`.
  /// - Throws: `ValidationError` where no layout sets are found, or the date is none.
  public init(data given: String?) throws {
    let environment = ProcessInfo.processInfo.environment
    workingFolder = URL(fileURLWithPath: FileManager.default.currentDirectoryPath)
    isContinuousIntegration = environment["CI"].map { !$0.isEmpty } ?? false
    catalogues = UserCatalogues(folder: Self.catalogueFolder(environment["XDG_DATA_HOME"]))
    date = try Self.date(environment["SOURCE_DATE_EPOCH"])
    // The kernel's own link to the program: the first argument may be a bare name.
    let executable = URL(fileURLWithPath: "/proc/self/exe")
    guard
      let data = DataFolder.find(
        given: given, environment: environment["GONGKAI_HOME"], executable: executable)
    else {
      let place = given.map { "--data \($0)" } ?? "程序附近"
      throw ValidationError("\(place)没有 Layouts 文件夹；请用 --data 或环境变量 GONGKAI_HOME 指定。")
    }
    self.data = data
  }

  /// A path of the command line, from the working folder.
  public func url(_ path: String) -> URL {
    URL(fileURLWithPath: path, relativeTo: workingFolder).standardizedFileURL
  }

  /// The folder of catalogues in the user's data folder: the one of the environment, which is to be an
  /// absolute path, or `~/.local/share`.
  private static func catalogueFolder(_ data: String?) -> URL {
    let home = FileManager.default.homeDirectoryForCurrentUser
    let base =
      data.flatMap { $0.hasPrefix("/") ? URL(fileURLWithPath: $0) : nil }
      ?? home.appendingPathComponent(".local/share")
    return base.appendingPathComponent("gongkai/catalogues")
  }

  /// The day in UTC on which a count of seconds since 1970 falls.
  private static func date(_ seconds: String?) throws -> CalendarDate? {
    guard let seconds, !seconds.isEmpty else { return nil }
    guard let count = Int(seconds), count >= 0,
      let date = CalendarDate(daysSince1970: count / 86_400)
    else {
      throw ValidationError("环境变量 SOURCE_DATE_EPOCH 是“\(seconds)”；应为 1970 年以来的秒数。")
    }
    return date
  }
}
