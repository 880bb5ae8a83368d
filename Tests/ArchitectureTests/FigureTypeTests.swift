internal import Testing

/// There is one type for a printed number with its place in a form.
@Suite("One figure type")
struct FigureTypeTests {
  @Test("no public type outside of Figures holds a printed figure with its address")
  func figures() throws {
    var seen = 0
    for file in SourceTree.files {
      for type in try Self.publicTypes(in: file) {
        guard Self.holdsPrintedFigure(type.body) else { continue }
        if file.module == "Figures" {
          seen += 1
        } else {
          Issue.record(
            "\(file.place(type.line)): \(type.name) holds a figure with its address: use Figure")
        }
      }
    }
    #expect(seen == 1, "Figure itself was not found, so nothing else would be")
  }

  @Test("types are told by what they store, not by what they reckon")
  func judgement() {
    let figure = "public let address: FigureAddress\npublic let printed: String"
    #expect(Self.holdsPrintedFigure(figure))
    #expect(Self.holdsPrintedFigure("var form: String\nvar row: String\nvar printed: String"))
    #expect(Self.holdsPrintedFigure("let address: FigureAddress\nlet shown: FixedDecimal?"))
    #expect(!Self.holdsPrintedFigure("let address: FigureAddress\nvar printed: String { text }"))
    #expect(!Self.holdsPrintedFigure("let figure: Figure\nlet text: String"))
  }

  /// A public type with its own stored properties and those of the types inside of it.
  private struct PublicType {
    let name: String
    let line: Int
    let body: String
  }

  private static func publicTypes(in file: SourceFile) throws -> [PublicType] {
    let lines = file.source.lines
    var types: [PublicType] = []
    for (index, line) in lines.enumerated() {
      let text = String(line)
      guard
        let match = text.firstMatch(of: /^(\s*)public (?:indirect )?(?:struct|enum|class) (\w+)/)
      else { continue }
      let end = lines[(index + 1)...].firstIndex { String($0).hasPrefix("\(match.1)}") } ?? index
      let body = lines[index...max(index, end)].joined(separator: "\n")
      types.append(PublicType(name: String(match.2), line: index + 1, body: body))
    }
    return types
  }

  /// Whether there are stored properties for an address (or its three keys) and for what is printed
  /// there.
  private static func holdsPrintedFigure(_ body: String) -> Bool {
    func stores(_ property: String) -> Bool {
      // A computed property opens a brace behind its type.
      body.split(separator: "\n").contains { line in
        let pattern = #"\b(let|var) "# + property + #"\b[^{]*$"#
        return (try? Regex(pattern).firstMatch(in: String(line))) != nil
      }
    }
    let hasAddress =
      stores(#"\w+: FigureAddress\??"#) || (stores("form") && stores("row"))
      || (stores("address") && !stores("sheet"))
    return hasAddress && (stores("printed") || stores("shown"))
  }
}
