import Diagnostics
import Foundation
import Submission
import TestSupport
import Testing

@Suite("Builds by a layout set and with fonts that are loaded already")
struct LoadedBuildTests {
  private static let data = DataFolder(root: Project.root)

  @Test("give the same files as builds that load them, one after the other")
  func sameFiles() throws {
    let set = try #require(LoadedSet.load("shanxi-2023", from: Self.data).value)
    let fonts = try #require(LoadedFonts.load(from: Self.data).value)
    try withTemporaryFolder { folder in
      let alone = folder.appendingPathComponent("alone")
      let reference = try SampleSubmission.build(into: alone)
      let names = try #require(reference.summary).files.map(\.name)
      for round in ["first", "second"] {
        var order = BuildOrder(dossier: SampleSubmission.example, workingFolder: folder)
        order.out = folder.appendingPathComponent(round)
        let result = build(order, by: set, fonts: fonts)
        #expect(result.findings == reference.findings)
        #expect(result.summary?.files.map(\.name) == names)
        for name in names {
          let made = try Data(contentsOf: folder.appendingPathComponent("\(round)/\(name)"))
          #expect(try made == Data(contentsOf: alone.appendingPathComponent(name)), "\(name)")
        }
      }
    }
  }

  @Test("What cannot be asked for, and what the machine refuses, are findings like any other")
  func refusals() throws {
    let set = try #require(LoadedSet.load("shanxi-2023", from: Self.data).value)
    let fonts = try #require(LoadedFonts.load(from: Self.data).value)
    try withTemporaryFolder { folder in
      var order = BuildOrder(dossier: SampleSubmission.example, workingFolder: folder)
      order.forms = ["11"]
      let usage = build(order, by: set, fonts: fonts)
      #expect(usage.summary == nil)
      #expect(usage.findings.map(\.code) == ["X402"])
      #expect(usage.findings.outcome == .wrongUsage)
      let file = folder.appendingPathComponent("file")
      try Data().write(to: file)
      order.forms = nil
      order.out = file.appendingPathComponent("out")
      let machine = build(order, by: set, fonts: fonts)
      #expect(machine.summary == nil)
      #expect(machine.findings.map(\.code) == ["X300"])
      #expect(machine.findings.outcome == .machineFailed)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["file"])
    }
  }

  @Test("A set that is not there names those that are")
  func unknownSet() {
    let loaded = LoadedSet.load("shanxi-2032", from: Self.data)
    #expect(loaded.value == nil)
    #expect(loaded.findings.map(\.code) == ["D302"])
    #expect(loaded.findings.first?.mend.contains("shanxi-2023") == true)
  }
}
