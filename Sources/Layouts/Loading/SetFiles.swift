internal import Diagnostics
internal import FoundationEssentials
internal import SourceFiles

/// Checks of a set's folder and of the names in it.
struct SetFiles {
  let log: FindingLog
  /// The folder that holds all sets.
  let root: URL
  let name: String

  /// Reports files of forms, templates and checks that set.yaml does not name: a line of it was lost.
  func check(forms: Set<String>, texts: Set<String>, checks: Set<String>) {
    for (folder, suffix, key) in [
      ("forms/", ".yaml", "forms"), ("narrative/", ".mustache", "document.parts"),
      ("checks/", ".yaml", "checks"),
    ] {
      let path = "\(name)/\(folder)"
      let files =
        (try? FileManager.default.contentsOfDirectory(
          atPath: root.appendingPathComponent(path).path)) ?? []
      for file in files.sorted() where file.hasSuffix(suffix) && !file.hasPrefix(".") {
        let isNamed =
          switch key {
          case "forms": forms.contains(String(file.dropLast(suffix.count)))
          case "checks": checks.contains(file)
          default: texts.contains("\(folder)\(file)")
          }
        guard !isNamed else { continue }
        log.report(
          CitationFault.unlistedFile(key: key), at: SourcePlace(file: "\(path)\(file)", line: 1))
      }
    }
  }

  /// Reports a name that bears another year than the set.
  func checkYear(of text: String, _ year: Int, at place: SourcePlace) {
    let runs = text.split { !("0"..."9").contains($0) }
    guard let written = runs.first(where: { $0.count == 4 }).flatMap({ Int($0) }), written != year
    else { return }
    log.report(CitationFault.otherYear(text, year: year), at: place)
  }
}
