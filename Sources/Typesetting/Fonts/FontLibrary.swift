public import Diagnostics
public import FoundationEssentials
internal import Graphics

/// What a folder declares of fonts, read once for any number of documents.
///
/// No face is open in it: each document has a ``FontSet`` of its own, so that what one document uses
/// never shows in another.
public struct FontLibrary: Sendable {
  let roles: FontRoles
  /// The folder of `roles.yaml`, `fonts.conf` and the table of radicals.
  let folder: URL

  /// Reads `roles.yaml` in a folder.
  ///
  /// - Parameter preferred: a file of the shape of `roles.yaml` whose faces are asked first.
  /// - Returns: the library; or what is wrong with the files.
  public static func load(
    from folder: URL, preferring preferred: URL? = nil
  ) -> Loaded<FontLibrary> {
    let roles = FontRoles.load(from: folder, preferring: preferred)
    guard let value = roles.value else { return Loaded(nil, roles.findings) }
    let library = FontLibrary(roles: value, folder: folder)
    // Fontconfig would tell of a missing file on the terminal, in English.
    guard FileManager.default.isReadableFile(atPath: library.configuration) else {
      return Loaded(nil, roles.findings + [Self.configurationFault("没有这个文件")])
    }
    return Loaded(library, roles.findings)
  }

  /// A set for a document, which makes sure that every text can be set.
  ///
  /// Each role's first face is opened at once, the faces behind it only for characters that those
  /// before them lack.
  ///
  /// - Returns: the set; or what is missing: a role, a font file, a character that no face has. With a
  ///   set there may be warnings about radicals that stand for ordinary characters.
  public func set(needing demand: FontDemand) -> Loaded<FontSet> {
    let opened = set()
    guard let set = opened.value else { return opened }
    let findings = set.check(demand, radicals: folder)
    return Loaded(findings.hasErrors ? nil : set, findings)
  }

  /// A set with no face open.
  func set() -> Loaded<FontSet> {
    do {
      let collection = try FontCollection(configuration: configuration)
      return Loaded(FontSet(roles: roles, collection: collection), [])
    } catch {
      return Loaded(nil, [Self.configurationFault(error.description)])
    }
  }

  private var configuration: String {
    folder.appending(path: "fonts.conf", directoryHint: .notDirectory).path
  }

  private static func configurationFault(_ reason: String) -> Finding {
    FontFileFault.configuration(reason).finding(at: SourcePlace(file: "Fonts/fonts.conf"))
  }
}
