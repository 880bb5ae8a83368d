// swift-tools-version: 6.2
import PackageDescription

/// What every Swift target of the package is compiled with: each file says which modules it uses
/// (imports are internal unless written `public`), and a warning is a defect.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// A module of the pipeline with its direct imports.
///
/// `ArchitectureTests` holds every `import` line of the sources against the list below.
func module(
  _ name: String, _ dependencies: [Target.Dependency] = []
) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .testTarget(name: name, dependencies: dependencies, swiftSettings: strict)
}

func library(_ name: String, pkgConfig: String, debian package: String) -> Target {
  .systemLibrary(
    name: name, path: "Sources/C/\(name)", pkgConfig: pkgConfig, providers: [.apt([package])])
}

let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
  name: "gongkai",
  products: [
    .executable(name: "gongkai", targets: ["gongkai"]),
    .executable(name: "gongkai-files", targets: ["gongkai-files"]),
    .executable(name: "gongkai-pdf", targets: ["gongkai-pdf"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    library("CXlsxWriter", pkgConfig: "xlsxwriter", debian: "libxlsxwriter-dev"),
    library("CGraphics", pkgConfig: "pangocairo", debian: "libpango1.0-dev"),
    library("CZlib", pkgConfig: "zlib", debian: "zlib1g-dev"),
    library("CQPDF", pkgConfig: "libqpdf", debian: "libqpdf-dev"),
    library("CYAML", pkgConfig: "yaml-0.1", debian: "libyaml-dev"),
    library("CZip", pkgConfig: "libzip", debian: "libzip-dev"),
    library("CXML", pkgConfig: "libxml-2.0", debian: "libxml2-dev"),
    library("CPoppler", pkgConfig: "poppler-glib", debian: "libpoppler-glib-dev"),
    library("CCrypto", pkgConfig: "libcrypto", debian: "libssl-dev"),
    .systemLibrary(name: "CSystem", path: "Sources/C/CSystem"),

    module("Diagnostics"),
    module("Geometry"),
    module("Domain", ["Diagnostics"]),
    module("Figures", ["Diagnostics", "Domain"]),
    module("Documents", ["Geometry", "Domain", "Figures"]),
    module("SourceFiles", ["Diagnostics", "CYAML"]),
    module(
      "Layouts", ["Diagnostics", "Geometry", "Domain", "Figures", "Documents", "SourceFiles"]),
    module("Dossiers", ["Diagnostics", "Domain", "Layouts", "SourceFiles"]),
    module(
      "Composition",
      ["Diagnostics", "Geometry", "Domain", "Figures", "Documents", "Layouts"]),
    module(
      "LastYear", ["Diagnostics", "Domain", "Figures", "Layouts", "Dossiers", "Composition"]),
    module(
      "Audit",
      ["Diagnostics", "Domain", "Figures", "Layouts", "SourceFiles", "Composition", "LastYear"]),
    module("Graphics", ["Geometry", "CGraphics"]),
    module(
      "Typesetting",
      ["Diagnostics", "Geometry", "Figures", "Documents", "SourceFiles", "Graphics"]),
    module("PDFOutput", ["Domain", "Geometry", "Typesetting", "Graphics", "CZlib"]),
    module(
      "SpreadsheetOutput",
      ["Diagnostics", "Geometry", "Domain", "Figures", "Documents", "CXlsxWriter"]),
    module("Readings", ["Diagnostics", "Domain", "Figures", "SourceFiles"]),
    module(
      "EntryBooks",
      [
        "Diagnostics", "Domain", "SourceFiles", "Layouts", "Dossiers", "SpreadsheetOutput",
        "Readings",
      ]),
    module("WorkbookReader", ["Diagnostics", "Readings", "CZip", "CXML"]),
    module("PDFReader", ["Diagnostics", "Readings", "CPoppler", "CQPDF"]),
    module("ReaderProcess", ["Diagnostics", "SourceFiles", "Readings", "WorkbookReader"]),
    module("Catalogues", ["Diagnostics", "Domain", "SourceFiles", "Layouts", "Readings"]),
    module(
      "Exports", ["Diagnostics", "Domain", "SourceFiles", "Layouts", "Dossiers", "Readings"]),
    module("Recognition", ["Diagnostics", "Domain", "Figures", "Layouts", "Readings"]),
    module("Comparison", ["Diagnostics", "Domain", "Figures", "SourceFiles", "Readings"]),
    module(
      "Submission",
      [
        "Diagnostics", "Geometry", "Domain", "Figures", "Documents", "SourceFiles", "Layouts",
        "Dossiers", "Composition", "LastYear", "Audit", "Readings", "Typesetting", "PDFOutput",
        "SpreadsheetOutput", "EntryBooks", "Graphics", "CCrypto", "CSystem",
      ]),
    module(
      "Verification",
      [
        "Diagnostics", "Domain", "Figures", "Layouts", "SourceFiles", "Dossiers", "Readings",
        "EntryBooks", "ReaderProcess", "Catalogues", "Exports", "Recognition", "Comparison",
        "LastYear", "Audit", "Submission",
      ]),
    module(
      "Console",
      [
        "Diagnostics", "Domain", "SourceFiles", "Layouts", "Dossiers", "Comparison", "Audit",
        "Submission", argumentParser,
      ]),
    .executableTarget(
      name: "gongkai",
      dependencies: [
        "Diagnostics", "Submission", "Console", argumentParser,
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "gongkai-files",
      dependencies: [
        "Diagnostics", "Domain", "Dossiers", "Comparison", "Audit", "Submission", "ReaderProcess",
        "Exports",
        "Verification", "Console", argumentParser,
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "gongkai-pdf",
      dependencies: ["Diagnostics", "PDFReader", "ReaderProcess"],
      swiftSettings: strict),

    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
    .target(
      name: "SampleEvaluations",
      dependencies: ["Diagnostics", "Geometry", "Domain", "Figures", "Documents"],
      path: "Tests/SampleEvaluations", swiftSettings: strict),
    tests("DiagnosticsTests", ["Diagnostics"]),
    tests("DomainTests", ["Diagnostics", "Domain", "TestSupport"]),
    tests("FiguresTests", ["Diagnostics", "Domain", "Figures"]),
    tests("DocumentsTests", ["Documents", "Geometry"]),
    tests("SourceFilesTests", ["Diagnostics", "SourceFiles", "TestSupport"]),
    tests(
      "LayoutsTests",
      [
        "Diagnostics", "Geometry", "Documents", "Domain", "Figures", "Layouts", "Dossiers",
        "Exports", "TestSupport",
      ]),
    tests(
      "DossiersTests",
      ["Diagnostics", "Domain", "SourceFiles", "Layouts", "Dossiers", "TestSupport"]),
    tests(
      "CompositionTests",
      [
        "Diagnostics", "Geometry", "Documents", "Domain", "Figures", "Layouts", "Dossiers",
        "Composition", "Reckoning", "TestSupport",
      ]),
    tests(
      "AuditTests",
      [
        "Diagnostics", "Domain", "Figures", "SourceFiles", "Layouts", "Dossiers", "Composition",
        "LastYear", "Audit", "TestSupport",
      ]),
    tests(
      "TypesettingTests",
      [
        "Diagnostics", "Geometry", "Domain", "Figures", "Documents", "Graphics", "Typesetting",
        "SampleEvaluations", "TestSupport",
      ]),
    tests(
      "PDFOutputTests",
      [
        "Diagnostics", "Geometry", "Domain", "Figures", "Documents", "Typesetting", "PDFOutput",
        "SampleEvaluations", "TestSupport",
      ]),
    tests(
      "SpreadsheetOutputTests",
      [
        "Diagnostics", "Geometry", "Domain", "Figures", "Documents", "Typesetting",
        "SpreadsheetOutput", "SampleEvaluations", "TestSupport",
      ]),
    tests(
      "SubmissionTests",
      [
        "Diagnostics", "Geometry", "Domain", "Figures", "Documents", "Layouts", "Dossiers",
        "Composition", "Typesetting", "PDFOutput", "Submission", "Reckoning", "TestSupport",
      ]),
    tests(
      "ReadingTests",
      [
        "Diagnostics", "Domain", "Figures", "Documents", "Layouts", "Dossiers", "Composition",
        "Readings", "WorkbookReader", "PDFReader", "ReaderProcess",
        "Recognition", "Submission", "Verification", "TestSupport",
      ]),
    tests(
      "ComparisonTests",
      [
        "Diagnostics", "Figures", "SourceFiles", "Readings", "WorkbookReader", "PDFReader",
        "ReaderProcess", "Comparison",
        "Verification",
        "TestSupport",
      ]),
    tests(
      "CataloguesTests",
      [
        "Diagnostics", "Domain", "SourceFiles", "Layouts", "Readings", "WorkbookReader",
        "Catalogues", "TestSupport",
      ]),
    tests(
      "ExportsTests",
      [
        "Diagnostics", "Domain", "SourceFiles", "Layouts", "Dossiers", "Readings",
        "WorkbookReader", "Exports", "TestSupport",
      ]),
    tests(
      "EntryBooksTests",
      [
        "Diagnostics", "Domain", "SourceFiles", "Layouts", "Dossiers", "SpreadsheetOutput",
        "Readings", "WorkbookReader", "EntryBooks", "TestSupport",
      ]),
    tests("ArchitectureTests", ["TestSupport"]),
    .target(name: "Reckoning", path: "Tests/Reckoning", swiftSettings: strict),
    tests("EndToEndTests", ["Reckoning", "TestSupport"]),
  ]
)
