import Diagnostics
import Foundation
import Submission
import TestSupport
import Testing

@Suite("Characters of every kind in every field of text", .serialized)
struct CharacterWalkTests {
  private let set: LoadedSet
  private let fonts: LoadedFonts
  private let fields = CharacterFields()

  init() throws {
    let data = DataFolder(root: Project.root)
    set = try #require(LoadedSet.load("shanxi-2023", from: data).value)
    fonts = try #require(LoadedFonts.load(from: data).value)
  }

  /// Five of each general category, spread over all of it, and what people meet in files.
  private static let samples: [Unicode.Scalar] = {
    let all = (UInt32(0)...0x10FFFF).compactMap(Unicode.Scalar.init)
    let categories = Dictionary(grouping: all) { "\($0.properties.generalCategory)" }
    var samples = Set(
      categories.values.flatMap { members in
        (0..<5).map { members[$0 * (members.count - 1) / 4] }
      })
    // One of each bidirectional class at least, and what is invisible in other ways.
    let others: [UInt32] = [
      0x41, 0x5D0, 0x627, 0x35, 0x2B, 0x24, 0x660, 0x2C, 0x300, 0xAD, 0x85, 0x1F, 0x2003, 0x21,
      0x202A, 0x202D, 0x202B, 0x202E, 0x202C, 0x2066, 0x2067, 0x2068, 0x2069, 0x61C, 0x200E,
      0x200F, 0x0B, 0x0C, 0x9F, 0xA0, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0x115F, 0x1160,
      0x3164, 0xFFA0, 0x2800, 0xFE00, 0xFE0F, 0xE0100, 0xE0041, 0x2028, 0x2029, 0xFFFC, 0xFFFD,
      0xFDD0, 0x1FFFF, 0x3000, 0x20BB7, 0x1F98A, 0x0E33, 0x0F71, 0x1820,
    ]
    samples.formUnion(others.compactMap(Unicode.Scalar.init))
    // What files are made of: tests of their own have them.
    return samples.filter { !"\t\n\r\"\\,".unicodeScalars.contains($0) }.sorted()
  }()

  @Test("come to the same figures, or to findings with their places; never to anything else")
  func walk() throws {
    #expect(Self.samples.count > 150 && fields.count > 35)
    try withTemporaryFolder { folder in
      let figures = try built("", codes: "", in: folder).figures
      try #require(figures != nil)
      var printed: [Unicode.Scalar] = []
      for scalar in Self.samples {
        let (result, own) = try built(String(scalar), codes: String(scalar), in: folder)
        let isTold = result.findings.contains { ["D018", "D019", "D026"].contains($0.code) }
        for finding in result.findings { #expect(finding.place != nil, "\(finding)") }
        if isTold { expectPlaces(of: scalar, in: result.findings) }
        if result.summary != nil {
          #expect(own == figures, "\(scalar.value): nothing of it is printed")
        } else if !isTold {
          printed.append(scalar)
        }
      }
      try expectPrinted(printed, in: folder)
    }
  }

  /// The finding of each file names the first places of the character there.
  private func expectPlaces(of scalar: Unicode.Scalar, in findings: [Finding]) {
    let told = findings.filter { ["D018", "D019", "D026"].contains($0.code) }
    let digits = String(scalar.value, radix: 16, uppercase: true)
    #expect(told.allSatisfy { $0.what.contains("U+") && $0.what.contains(digits) })
    for (file, places) in fields.places(of: scalar) {
      // What stands once in each of several tables is told once, with all of them.
      let found = told.flatMap { finding in
        [finding.place.map(DiagnosticPrinter.text) ?? ""] + finding.related.map(\.description)
      }
      let own = found.filter { $0.hasPrefix(file) }
      #expect(own == Array(places.prefix(10)), "U+\(digits) in \(file)")
    }
  }

  /// What fonts have is printed with all the rest of them, and what they lack is told where it is
  /// typed.
  private func expectPrinted(_ scalars: [Unicode.Scalar], in folder: URL) throws {
    func text(_ scalars: [Unicode.Scalar]) -> String {
      String(String.UnicodeScalarView(scalars.flatMap { ["字", $0] }))
    }
    let first = try built(text(scalars), codes: "", in: folder).result
    #expect(first.summary == nil)
    let lacking = first.findings.filter { $0.severity == .error && $0.cause != .check }
    for finding in lacking {
      #expect(finding.code == "F103")
      if case .source(let place)? = finding.place {
        #expect(place.column > 0)
      } else {
        Issue.record("no place: \(finding)")
      }
    }
    let rest = scalars.filter { scalar in
      !lacking.contains { $0.what.contains("“\(scalar)”") }
    }
    #expect(rest.count > 40 && rest.count < scalars.count)
    let second = try built(text(rest), codes: "", in: folder)
    let errors = second.result.findings.filter { $0.severity == .error && $0.cause != .check }
    #expect(errors.isEmpty, "\(errors)")
    #expect(second.figures != nil)
  }

  @Test("Random texts in every field do no more", arguments: 0..<20)
  func random(seed: UInt64) throws {
    let pool: [ClosedRange<UInt32>] = [
      0x20...0x7E, 0xA0...0x17F, 0x300...0x30F, 0x391...0x3C9, 0x2000...0x206F, 0x3000...0x303F,
      0x4E00...0x9FFF, 0x4E00...0x9FFF, 0xFE00...0xFE0F, 0xFF01...0xFF5E, 0x20000...0x2A6DF,
      0x0...0x10FFFF,
    ]
    var generator = SeededRandom(seed: seed)
    // Half of them have only what is printed or left out.
    let mild = pool[0...0] + pool[5...7] + [0x200B...0x200D]
    let kinds = seed.isMultiple(of: 2) ? Array(mild) : pool
    var text = String.UnicodeScalarView()
    while text.count < 60 {
      let kind = kinds.randomElement(using: &generator) ?? 0x20...0x7E
      let scalar = Unicode.Scalar(UInt32.random(in: kind, using: &generator))
      if let scalar, !"\"\\{}".unicodeScalars.contains(scalar) { text.append(scalar) }
    }
    try withTemporaryFolder { folder in
      let result = try built(String(text), codes: "", in: folder).result
      #expect(result.summary != nil || result.findings.hasErrors)
      for finding in result.findings {
        #expect(finding.place != nil && !["X199", "X206", "X207"].contains(finding.code))
      }
    }
  }

  private func built(
    _ text: String, codes: String, in folder: URL
  ) throws -> (result: BuildResult, figures: Data?) {
    let dossier = folder.appendingPathComponent("dossier")
    let out = folder.appendingPathComponent("out")
    try? FileManager.default.removeItem(at: out)
    try fields.write(text, codes: codes, to: dossier)
    var order = BuildOrder(dossier: dossier, workingFolder: folder)
    order.out = out
    // Characters are judged here, not what the texts say.
    order.isWrittenWithErrors = true
    let result = build(order, by: set, fonts: fonts)
    let figures = result.summary.flatMap { _ in
      try? Data(contentsOf: out.appendingPathComponent("figures.csv"))
    }
    return (result, figures)
  }
}
