internal import Testing

/// Whoever uses a name of another module reads there what it means, in which unit, and what nil or
/// empty stand for.
@Suite("Doc lines of public declarations")
struct DocLineTests {
  @Test("every public declaration has a doc line, which is a sentence")
  func docLines() {
    var seen = 0
    for file in SourceTree.files {
      for declaration in file.publicDeclarations {
        seen += 1
        let place = "\(file.place(declaration.line)): \(declaration.text)"
        guard let summary = declaration.summary else {
          Issue.record("\(place): say what it means, behind /// right above it")
          continue
        }
        #expect(summary.hasSuffix("."), "\(place): “\(summary)” ends without a full stop")
      }
    }
    #expect(seen > 1_000, "declarations are not found, so nothing is judged")
  }

  @Test(
    "declarations of every kind are seen",
    arguments: [
      "public let a: Int", "  public static func < (left: A, right: A) -> Bool { true }",
      "public private(set) var a = 1", "public internal(set) var a = 1", "public init() {}",
      "public final class A {}", "public indirect enum A {}", "static public let a = 1",
      "@frozen public struct A {}", "@Option(help: \"(甲)\") public var a: Int",
      "public subscript(index: Int) -> Int { 1 }", "public typealias A = B",
      "public protocol A {}", "private(set) public var a = 1",
    ])
  func kinds(source: String) {
    #expect(Self.declarations(source).map(\.summary) == [nil])
    #expect(Self.declarations("/// A word.\n\(source)").map(\.summary) == ["A word."])
  }

  @Test(
    "what declares nothing of its own is passed over",
    arguments: [
      "public import Domain", "@preconcurrency public import Domain", "public extension A {}",
      "let public = 1", "let text = \"public let a\"", "// public let a", "/// public let a",
      "let text = \"\"\"\n  public let a: Int\n  \"\"\"",
    ])
  func others(source: String) {
    #expect(Self.declarations(source).isEmpty)
  }

  @Test("attributes may stand below a doc line, and nothing else")
  func attributes() {
    func summary(_ lines: String...) -> String? {
      Self.declarations((lines + ["public var a: Int"]).joined(separator: "\n")).first?.summary
    }
    #expect(summary("/// A.", "@Option(help: \"甲\")") == "A.")
    #expect(summary("/// A.", "@Option(", "  help: \"甲 (乙\",", "  b: c())", "@B") == "A.")
    #expect(summary("/// A", "/// b.", "///", "/// More", "@A") == "A b.")
    #expect(summary("@A") == nil)
    #expect(summary("// A.") == nil)
    #expect(summary("/// A.", "") == nil)
    #expect(summary("/// A.", "let b = 1") == nil)
    #expect(summary("let b = \"\"\"", "  /// A.", "  \"\"\"") == nil)
  }

  private static func declarations(_ text: String) -> [PublicDeclarations.Declaration] {
    PublicDeclarations(of: SwiftSource(text), text: text).all
  }
}
