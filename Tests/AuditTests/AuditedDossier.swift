import Audit
import Composition
import Diagnostics
import Domain
import Dossiers
import Figures
import Foundation
import LastYear
import Layouts
import SourceFiles
import TestSupport

/// A dossier whose files a test changes, audited by the shipped set as a build does it.
struct AuditedDossier {
  /// A change that does not find its text.
  struct MutationFault: Error, CustomStringConvertible {
    let description: String
  }

  /// The shipped set with all its checks, read once.
  static let set: LayoutSet = {
    let library = LayoutLibrary(root: Project.url("Layouts"))
    let loaded = library.load("shanxi-2023", extent: [.whole, .identities])
    guard let set = loaded.value else {
      fatalError(DiagnosticPrinter(lines: { _ in nil }).text(of: loaded.findings, consequence: ""))
    }
    return set
  }()

  /// The ids of the checks on texts, which have tests of their own.
  static let textChecks = Set(
    set.checks.filter { check in
      if case .dossier(.text) = check.rule { true } else { false }
    }.map(\.id))

  /// The dossier's files by path, as texts.
  var files: [String: String]
  /// What is known of the year before; nil for nothing.
  var known: KnownYear?

  /// The example that is shipped.
  static func example() throws -> AuditedDossier { try AuditedDossier("Examples/xiangyuan-2023") }

  /// An education bureau with two schools.
  static func bureau() throws -> AuditedDossier {
    try AuditedDossier("Tests/Fixtures/lanchuan-education-2023")
  }

  private init(_ path: String) throws {
    let folder = Project.url(path)
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    files = [:]
    for name in names where name.contains(".") && !name.hasPrefix(".") {
      let text = SourceText.read(
        folder.appendingPathComponent(name), as: name, family: "D", characters: .printed)
      guard let lines = text.value?.lines else { continue }
      files[name] = lines.joined(separator: "\n")
    }
  }

  /// Puts a text in place of another, which must stand there once.
  mutating func replace(_ text: String, with other: String, in file: String) throws {
    let parts = files[file]?.components(separatedBy: text).count ?? 0
    guard parts == 2 else {
      throw MutationFault(description: "\(file) has “\(text)” \(max(0, parts - 1)) times")
    }
    files[file] = files[file]?.replacingOccurrences(of: text, with: other)
  }

  /// Adds lines at the end of a file.
  mutating func append(_ lines: String, to file: String) {
    files[file, default: ""] += (files[file]?.hasSuffix("\n") == false ? "\n" : "") + lines
  }

  /// What is found in reading and composing, and what the audit says where that went well.
  func audited() throws -> (findings: [Finding], report: AuditReport?) {
    let (findings, accounts, book) = try composed()
    guard let accounts, let book else { return (findings, nil) }
    return (findings, audit(AuditSubject(book, of: accounts, after: known), by: Self.set))
  }

  /// The figures that the dossier comes to.
  func composed() throws -> ([Finding], FinalAccounts?, FigureBook?) {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("gongkai-audited-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in files {
      let url = folder.appendingPathComponent(name)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url)
    }
    let reading = readDossier(.folder(folder), by: Self.set)
    guard let accounts = reading.value, !reading.findings.hasErrors else {
      return (reading.findings, nil, nil)
    }
    let composed = compose(accounts, by: Self.set)
    return (reading.findings + composed.findings, accounts, composed.value?.figures)
  }
}

extension FigureBook {
  /// The book as a reader finds it in print: no exact values, no facts behind them.
  var asPrinted: FigureBook {
    FigureBook(
      forms.map { form in
        form.with(
          form.figures.map { figure in
            Figure(
              key: figure.key, address: figure.address, printed: figure.printed,
              content: figure.content,
              at: .cell(sheet: form.number, reference: figure.address.description))
          })
      })
  }

  /// The book with another text printed in a cell.
  func printing(_ text: String, at key: FigureKey) -> FigureBook {
    FigureBook(
      forms.map { form in
        guard form.number == key.form else { return form }
        return form.with(
          form.figures.map { figure in
            guard figure.key == key else { return figure }
            let content: Figure.Content =
              FixedDecimal(printed: text).map { .number($0) } ?? (text.isEmpty ? .blank : .text)
            return Figure(
              key: figure.key, address: figure.address, printed: text, content: content,
              at: .cell(sheet: form.number, reference: figure.address.description))
          })
      })
  }
}
