internal import Foundation
internal import TestSupport
internal import Testing

/// Which modules there are, in the order of the pipeline, and what each imports directly.
///
/// The same list stands in Package.swift, which the compiler does not hold the imports against, and
/// in docs/architecture.md, which people read; the tests hold all three and the sources together.
enum ModuleTable {
  /// A module with its direct imports, the system's own left out.
  struct Entry: Sendable, CustomTestStringConvertible {
    let module: String
    let imports: Set<String>

    init(_ module: String, _ imports: Set<String>) {
      self.module = module
      self.imports = imports
    }

    var testDescription: String { module }
  }

  /// The modules; none imports one that stands below it.
  static let entries = [
    Entry("Diagnostics", []),
    Entry("Geometry", []),
    Entry("Domain", ["Diagnostics"]),
    Entry("Figures", ["Diagnostics", "Domain"]),
    Entry("Documents", ["Geometry", "Domain", "Figures"]),
    Entry("SourceFiles", ["Diagnostics", "CYAML"]),
    Entry(
      "Layouts", ["Diagnostics", "Geometry", "Domain", "Figures", "Documents", "SourceFiles"]),
    Entry("Dossiers", ["Diagnostics", "Domain", "Layouts", "SourceFiles"]),
    Entry(
      "Composition", ["Diagnostics", "Geometry", "Domain", "Figures", "Documents", "Layouts"]),
    Entry(
      "LastYear",
      [
        "Diagnostics", "Domain", "Figures", "Layouts", "Dossiers", "Composition",
      ]),
    Entry(
      "Audit",
      ["Diagnostics", "Domain", "Figures", "Layouts", "SourceFiles", "Composition", "LastYear"]),
    Entry("Graphics", ["Geometry", "CGraphics"]),
    Entry(
      "Typesetting",
      ["Diagnostics", "Geometry", "Figures", "Documents", "SourceFiles", "Graphics"]),
    Entry("PDFOutput", ["Domain", "Geometry", "Typesetting", "Graphics", "CZlib"]),
    Entry(
      "SpreadsheetOutput",
      ["Diagnostics", "Geometry", "Domain", "Figures", "Documents", "CXlsxWriter"]),
    Entry("Readings", ["Diagnostics", "Domain", "Figures", "SourceFiles"]),
    Entry(
      "EntryBooks",
      [
        "Diagnostics", "Domain", "SourceFiles", "Layouts", "Dossiers", "SpreadsheetOutput",
        "Readings",
      ]),
    Entry("WorkbookReader", ["Diagnostics", "Readings", "CZip", "CXML"]),
    Entry("PDFReader", ["Diagnostics", "Readings", "CPoppler", "CQPDF"]),
    Entry("ReaderProcess", ["Diagnostics", "SourceFiles", "Readings", "WorkbookReader"]),
    Entry("Catalogues", ["Diagnostics", "Domain", "SourceFiles", "Layouts", "Readings"]),
    Entry(
      "Exports", ["Diagnostics", "Domain", "SourceFiles", "Layouts", "Dossiers", "Readings"]),
    Entry("Recognition", ["Diagnostics", "Domain", "Figures", "Layouts", "Readings"]),
    Entry("Comparison", ["Diagnostics", "Domain", "Figures", "SourceFiles", "Readings"]),
    Entry(
      "Submission",
      [
        "Diagnostics", "Geometry", "Domain", "Figures", "Documents", "SourceFiles", "Layouts",
        "Dossiers", "Composition", "LastYear", "Audit", "Readings", "Typesetting", "PDFOutput",
        "SpreadsheetOutput", "EntryBooks", "Graphics", "CCrypto", "CSystem",
      ]),
    Entry(
      "Verification",
      [
        "Diagnostics", "Domain", "Figures", "Layouts", "SourceFiles", "Dossiers", "Readings",
        "EntryBooks", "ReaderProcess", "Catalogues", "Exports", "Recognition", "Comparison",
        "LastYear", "Audit", "Submission",
      ]),
    Entry(
      "Console",
      [
        "Diagnostics", "Domain", "SourceFiles", "Layouts", "Dossiers", "Comparison", "Audit",
        "Submission", "ArgumentParser",
      ]),
    Entry(
      "gongkai",
      [
        "Diagnostics", "Submission", "Console", "ArgumentParser",
      ]),
    Entry(
      "gongkai-files",
      [
        "Diagnostics", "Domain", "Dossiers", "Comparison", "Audit", "Submission", "ReaderProcess",
        "Exports", "Verification", "Console", "ArgumentParser",
      ]),
    Entry("gongkai-pdf", ["Diagnostics", "PDFReader", "ReaderProcess"]),
  ]

  /// The modules of Swift and the system that any module may import: Foundation without its
  /// locale-dependent half, and the C library.
  static let system: Set<String> = [
    "Dispatch", "FoundationEssentials", "Glibc", "Synchronization",
  ]

  /// The C libraries with the folders that may call them: one in a module.
  static let foreign = [
    "CGraphics": ["Sources/Graphics/"],
    "CYAML": ["Sources/SourceFiles/YAML/"],
    "CZlib": ["Sources/PDFOutput/Zlib/"],
    "CQPDF": ["Sources/PDFReader/QPDF/"],
    "CZip": ["Sources/WorkbookReader/Zip/"],
    "CXML": ["Sources/WorkbookReader/XML/"],
    "CPoppler": ["Sources/PDFReader/Poppler/"],
    "CXlsxWriter": ["Sources/SpreadsheetOutput/XlsxWriter/"],
    "CCrypto": ["Sources/Submission/Output/"],
    "CSystem": ["Sources/Submission/Output/"],
  ]

  /// The same list as Package.swift has it.
  static func ofPackage() throws -> [String: Set<String>] {
    let code = try Project.text("Package.swift")
    let body = code.split(separator: "targets: [", maxSplits: 1).last ?? ""
    var table: [String: Set<String>] = [:]
    let declaration = /\bmodule\(\s*"(\w+)"(?:,\s*\[([^\]]*)\])?\s*\)/
    let executable = /\.executableTarget\(\s*name:\s*"([\w-]+)",\s*dependencies:\s*\[([^\]]*)\]/
    for match in body.matches(of: declaration) {
      table[String(match.1)] = names(in: match.2 ?? "")
    }
    for match in body.matches(of: executable) { table[String(match.1)] = names(in: match.2) }
    return table
  }

  /// The same list as docs/architecture.md has it: module | job | imports.
  static func ofPage() throws -> [String: Set<String>] {
    let modules = Set(entries.map(\.module)).union(SourceTree.modules)
    var table: [String: Set<String>] = [:]
    for row in try MarkdownPage("docs/architecture.md").tableRows where row.count == 3 {
      let module = row[0].replacing("`", with: "")
      guard modules.contains(module) else { continue }
      table[module] = Set(row[2].split { ",–` ".contains($0) }.map(String.init))
    }
    return table
  }

  /// The names in a list of dependencies; products are named by variables (`yams`).
  private static func names(in list: Substring) -> Set<String> {
    Set(
      list.matches(of: /\w+/).map { name in
        name.output.prefix(1).uppercased() + name.output.dropFirst()
      })
  }
}
