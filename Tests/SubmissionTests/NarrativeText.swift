import Composition
import Diagnostics
import Documents
import Dossiers
import Foundation
import Layouts
import TestSupport
import Testing

/// The running text of a composed disclosure, by the headings that it stands under.
///
/// A section is named by its numbers: `五（三）` in the third part, `第一部分一` elsewhere.
struct NarrativeText {
  let findings: [Finding]
  /// The paragraphs of each section, in order.
  private var sections: [String: [String]] = [:]

  /// Reads and composes a dossier by a set that is shipped.
  init(dossier: URL, set name: String = "shanxi-2023") throws {
    let set = try #require(LayoutLibrary(root: Project.url("Layouts")).load(name).value)
    let reading = readDossier(.folder(dossier), by: set)
    let accounts = try #require(reading.value, "\(reading.findings.map(\.what))")
    let result = compose(accounts, by: set)
    findings = result.findings
    let document = try #require(result.value?.document, "\(result.findings.map(\.what))")
    var part = ""
    var section = ""
    var subsection = ""
    for block in document.blocks {
      switch block {
      case .heading(let heading) where heading.level == 1:
        part = String(heading.text.prefix { $0 != " " })
        (section, subsection) = ("", "")
      case .heading(let heading) where heading.level == 2:
        section = String(heading.text.prefix { $0 != "、" })
        subsection = ""
      case .heading(let heading):
        subsection = String(heading.text.prefix { $0 != "）" }) + "）"
      case .paragraph(let paragraph):
        let name = (part == "第三部分" ? "" : part) + section + subsection
        sections[name, default: []].append(paragraph.text)
      case .cover, .contents, .form, .table, .pageBreak, .orientation: break
      }
    }
  }

  /// The example that is shipped.
  static func example() throws -> NarrativeText {
    try NarrativeText(dossier: SampleSubmission.example)
  }

  /// The paragraphs of a section; empty where there is none of that name.
  func paragraphs(_ section: String) -> [String] { sections[section] ?? [] }

  /// The sections that have paragraphs.
  var names: [String] { Array(sections.keys) }

  /// The text of a section without breaks.
  subscript(section: String) -> String { paragraphs(section).joined() }

  /// All text, for what must stand nowhere.
  var all: String { sections.keys.sorted().map { self[$0] }.joined(separator: "\n") }

  /// What warnings say, and what they ask for.
  var warnings: [String] {
    findings.filter { $0.severity == .warning }.map { $0.what + " " + $0.expected }
  }
}
