internal import Foundation
internal import TestSupport
internal import Testing

/// Imports go one way, and every list of them says the same.
@Suite("Modules and their imports")
struct ImportTests {
  @Test("every folder of Sources is a module of the table, and every module has sources")
  func modulesOfTheTable() {
    #expect(SourceTree.modules == ModuleTable.entries.map(\.module).sorted())
  }

  @Test("a module imports what the table says, no more and no less", arguments: ModuleTable.entries)
  func importsOfTheTable(entry: ModuleTable.Entry) {
    var used: Set<String> = []
    for file in SourceTree.files(of: entry.module) {
      for line in file.imports where !ModuleTable.system.contains(line.module) {
        used.insert(line.module)
        #expect(
          entry.imports.contains(line.module),
          "\(file.place(line.line)): \(entry.module) must not import \(line.module)")
      }
    }
    let idle = entry.imports.subtracting(used).sorted()
    #expect(
      idle.isEmpty, "no file of \(entry.module) imports \(idle.joined(separator: ", ")) any more")
  }

  @Test("Package.swift declares the imports of the table")
  func package() throws {
    try compare(ModuleTable.ofPackage(), of: "Package.swift")
  }

  @Test("docs/architecture.md shows the imports of the table")
  func page() throws {
    try compare(ModuleTable.ofPage(), of: "docs/architecture.md")
  }

  @Test("no module imports one that stands later in the pipeline, so there is no cycle")
  func direction() {
    let order = ModuleTable.entries.map(\.module)
    for (position, module) in order.enumerated() {
      for file in SourceTree.files(of: module) {
        for line in file.imports where order[position...].contains(line.module) {
          Issue.record("\(file.place(line.line)): \(line.module) does not come before \(module)")
        }
      }
    }
  }

  @Test("a C library is called from one folder of a module, and never seen from outside of it")
  func foreignModules() {
    var seen: Set<String> = []
    for file in SourceTree.files {
      for line in file.imports where line.module.hasPrefix("C") {
        guard let folders = ModuleTable.foreign[line.module] else { continue }
        seen.insert(line.module)
        #expect(
          folders.contains { file.path.hasPrefix($0) },
          "\(file.place(line.line)): only \(folders) may import \(line.module)")
        #expect(
          line.access == "internal",
          "\(file.place(line.line)): write internal import \(line.module)")
      }
    }
    #expect(seen == Set(ModuleTable.foreign.keys), "a library that nobody calls")
  }

  @Test("every C library has its folders")
  func foreignFolders() throws {
    let folder = Project.url("Sources/\(SourceTree.foreign)").path
    let libraries = try FileManager.default.contentsOfDirectory(atPath: folder)
    #expect(libraries.sorted() == ModuleTable.foreign.keys.sorted())
  }

  @Test("no type bears the name of a module, which would hide the module")
  func namesOfTypes() throws {
    let pattern =
      #"\b(struct|class|enum|actor|protocol|typealias)\s+("#
      + SourceTree.modules.joined(separator: "|") + #")\b"#
    for file in SourceTree.files {
      for (number, line) in try file.lines(matching: pattern) {
        Issue.record("\(file.place(number)): \(line.trimmed)")
      }
    }
  }

  /// Holds a list against the table, module by module.
  private func compare(_ list: [String: Set<String>], of name: String) {
    for entry in ModuleTable.entries {
      let listed = list[entry.module]
      #expect(listed != nil, "\(name) has no \(entry.module)")
      let extra = (listed ?? []).subtracting(entry.imports).sorted()
      let lacking = entry.imports.subtracting(listed ?? []).sorted()
      #expect(extra.isEmpty, "\(name) lists for \(entry.module) beyond the table: \(extra)")
      #expect(lacking.isEmpty, "\(name) does not list for \(entry.module): \(lacking)")
    }
    let strangers = Set(list.keys).subtracting(ModuleTable.entries.map(\.module)).sorted()
    #expect(strangers.isEmpty, "\(name) lists modules that the table lacks: \(strangers)")
  }
}
