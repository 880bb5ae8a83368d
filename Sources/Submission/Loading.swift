public import Diagnostics
internal import Dossiers
public import FoundationEssentials
internal import Layouts
internal import SourceFiles
internal import Typesetting

/// A layout set that is read and checked; any number of dossiers may be built by it.
public struct LoadedSet: Sendable {
  let set: LayoutSet
  /// Where it was found, and others are.
  let data: DataFolder
  /// The lines of its files, for quoting.
  let lines: @Sendable (_ file: String) -> [String]?
  /// Reads its files, to say where in them a character stands.
  let texts: @Sendable () -> [SourceText]

  /// Loads a set by its name.
  ///
  /// - Returns: the set with its warnings; or every fault of its files.
  public static func load(_ name: String, from data: DataFolder) -> Loaded<LoadedSet> {
    load(name, extent: .whole, from: data)
  }

  /// Loads what is needed of a set.
  private static func load(
    _ name: String, extent: LayoutExtent, from data: DataFolder
  ) -> Loaded<LoadedSet> {
    let library = data.layouts
    guard library.has(name) else {
      let fault = LayoutChoiceFault.unknown(name, known: library.names)
      return Loaded(nil, [fault.finding(at: nil)])
    }
    return library.load(name, extent: extent).map { set in
      LoadedSet(
        set: set, data: data, lines: { library.lines(of: $0) }, texts: { library.texts(of: name) })
    }
  }

  /// Loads the set that a request names, or else the dossier.
  ///
  /// - Returns: the set, and what was read of the dossier to find it.
  static func load(
    for request: BuildRequest, log: inout WorkLog
  ) throws(Halt) -> (set: LoadedSet, texts: [SourceText]) {
    let library = request.data.layouts
    let named = readLayoutName(of: request.order.source)
    log.lines = { named.lines(of: $0) ?? library.lines(of: $0) }
    // Whoever reads the dossier tells its warnings.
    guard !named.findings.hasErrors else { throw Halt(findings: named.findings) }
    guard let name = request.layout ?? named.value?.name else {
      let fault = LayoutChoiceFault.unnamed(known: library.names)
      throw Halt(findings: [fault.finding(at: SourcePlace(file: "department.yaml"))])
    }
    guard request.layout != nil || library.has(name) else {
      let fault = LayoutChoiceFault.unknown(name, known: library.names)
      let place = named.value.map { Place.source($0.place) }
      throw Halt(findings: [fault.finding(at: place)])
    }
    let extent = request.order.extent
    return (try log.take(load(name, extent: extent, from: request.data)), named.texts)
  }
}

/// Font roles that are read; any number of documents may be set with them.
public struct LoadedFonts: Sendable {
  let library: FontLibrary
  /// The lines of the files that declare fonts, for quoting.
  let lines: @Sendable (_ file: String) -> [String]?

  /// Reads which fonts stand for which role.
  ///
  /// - Parameter preferred: a file of font roles whose faces are asked first.
  /// - Returns: the fonts; or what is wrong with the files.
  public static func load(
    from data: DataFolder, preferring preferred: URL? = nil
  ) -> Loaded<LoadedFonts> {
    let lines = fontLines(data, preferring: preferred)
    return FontLibrary.load(from: data.fonts, preferring: preferred)
      .map { LoadedFonts(library: $0, lines: lines) }
  }
}

/// The lines of the files that declare fonts, by the names that messages give them.
func fontLines(
  _ data: DataFolder, preferring preferred: URL?
) -> @Sendable (String) -> [String]? {
  { file in
    let url =
      preferred.flatMap { $0.lastPathComponent == file ? $0 : nil }
      ?? data.root.appendingPathComponent(file)
    return SourceText.read(url, as: file, family: "F").value?.lines
  }
}
