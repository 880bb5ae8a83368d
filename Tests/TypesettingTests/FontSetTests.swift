import Diagnostics
import Foundation
import Geometry
import Graphics
import TestSupport
import Testing
import Typesetting

@Suite("Fonts by role")
struct FontSetTests {
  private let address = FigureAddress(form: "05", row: "2080501", column: "2")

  private func load(
    _ text: String, role: String = "表格", from folder: URL = Project.url("Fonts")
  ) -> Loaded<FontSet> {
    FontSet.load(
      from: folder,
      needing: FontDemand([.init(role: role, text: text, place: .figure(address))]))
  }

  /// A folder with the project's configuration and other roles.
  private func withRoles<Result>(_ roles: String, _ body: (URL) throws -> Result) throws -> Result {
    try withTemporaryFolder { folder in
      try FileManager.default.copyItem(
        at: Project.url("Fonts/fonts.conf"), to: folder.appendingPathComponent("fonts.conf"))
      try roles.write(
        to: folder.appendingPathComponent("roles.yaml"), atomically: true, encoding: .utf8)
      return try body(folder)
    }
  }

  /// One role with one face, declared as given.
  private func roles(_ face: String, directory: String = Project.url("Fonts/files").path) -> String
  {
    "directories: [\(directory)]\nroles:\n  表格:\n    official: 宋体\n    faces:\n      - \(face)\n"
  }

  @Test("The project's roles load, and name what Excel users have")
  func projectRoles() throws {
    for role in ["公文标题", "正文", "标题", "楷体", "表格", "表格标题", "数字"] {
      let loaded = load("决算 1,234.56 （一）“”——", role: role)
      #expect(loaded.findings == [])
      #expect(loaded.value?.officialName(role).isEmpty == false)
    }
    #expect(load("一").value?.officialName("表格") == "宋体")
  }

  @Test("Faces behind the first are opened for rare characters only")
  func lazyFallback() throws {
    let plain = try #require(load("襄垣县").value)
    #expect(plain.files.map(\.path) == [Project.url("Fonts/files/FandolSong-Regular.ttf").path])
    let rare = try #require(load("𠮷𬭚").value)
    #expect(rare.files.count == 2)
    let rarest = load("𪚥\u{9FEB}")
    #expect(rarest.findings == [])
    #expect(try #require(rarest.value).files.count > 3)
  }

  @Test("A text of several faces comes from exactly those, and reads back whole")
  func mixedFaces() throws {
    let set = try #require(load("一𠮷\u{9FEB}1").value)
    let lines = try set.shape("一𠮷\u{9FEB}1", role: "表格", size: .pt(10), width: nil)
    let line = try #require(lines.first)
    #expect(line.runs.map(\.text).joined() == "一𠮷\u{9FEB}1")
    #expect(Set(line.runs.map(\.face)).count == 3)
    #expect(line.width == .pt(35))
  }

  @Test("A character that no face has is an error with its code and its place, told once")
  func unknownCharacter() throws {
    let loaded = load("甲🦊乙🦊")
    #expect(loaded.value == nil)
    let finding = try #require(loaded.findings.first)
    #expect(loaded.findings.map(\.code) == ["F103"])
    #expect(finding.what.contains("U+1F98A") && finding.what.contains("🦊"))
    #expect(finding.place == .figure(address))
  }

  @Test("A private code is refused, though some font has a sign of its own for it")
  func privateUse() throws {
    let finding = try #require(load("\u{E000}").findings.first)
    #expect(finding.code == "F110")
    #expect(finding.what.contains("U+E000"))
  }

  @Test("A missing file points at its line and says which script to run")
  func missingFile() throws {
    try withRoles(roles("{family: FandolSong, file: Absent.otf}")) { folder in
      let finding = try #require(load("一", from: folder).findings.first)
      #expect(finding.code == "F101")
      #expect(finding.place == .source(SourcePlace(file: "Fonts/roles.yaml", line: 6, column: 9)))
      #expect(finding.mend.contains("scripts/setup"))
    }
  }

  @Test("A file with another family than declared is refused")
  func otherFamily() throws {
    try withRoles(roles("{family: 方正小标宋简体, file: FandolSong-Bold.ttf}")) { folder in
      let finding = try #require(load("一", from: folder).findings.first)
      #expect(finding.code == "F102")
      #expect(finding.what.contains("FandolSong"))
      #expect(finding.expected.contains("方正小标宋简体"))
    }
  }

  @Test("The face of a collection is told apart by its index")
  func collectionIndex() throws {
    let noto = "/usr/share/fonts/opentype/noto"
    for (index, codes) in [(2, [String]()), (0, ["F102"]), (99, ["F107"])] {
      let face = "{family: Noto Serif CJK SC, file: NotoSerifCJK-Regular.ttc, index: \(index)}"
      try withRoles(roles(face, directory: noto)) { folder in
        #expect(load("一", from: folder).findings.map(\.code) == codes)
      }
    }
  }

  @Test("An unknown role, an unknown key and a missing configuration are findings")
  func otherFaults() throws {
    #expect(load("一", role: "表個").findings.map(\.code) == ["F105"])
    try withRoles(roles("{family: FandolSong, fiel: FandolSong-Regular.ttf}")) { folder in
      #expect(Set(load("一", from: folder).findings.map(\.code)) == ["F003", "F005", "F106"])
      try FileManager.default.removeItem(at: folder.appendingPathComponent("fonts.conf"))
    }
    try withRoles(roles("{family: FandolSong, file: FandolSong-Regular.ttf}")) { folder in
      try FileManager.default.removeItem(at: folder.appendingPathComponent("fonts.conf"))
      #expect(load("一", from: folder).findings.map(\.code) == ["F104"])
    }
  }

  @Test("The digits of the figures' role are all equally wide")
  func tabularDigits() throws {
    let set = try #require(load("0123456789", role: "数字").value)
    let widths = try "0123456789".map { digit in
      try set.measure.width(String(digit), role: "数字", size: .pt(10))
    }
    #expect(Set(widths).count == 1)
    // And no kerning between them.
    let all = try set.measure.width("0123456789,.", role: "数字", size: .pt(10))
    #expect(abs((all - widths.sum()).points - 5.55) < 0.1)
  }

  @Test("Letters are not kerned, or figures of one length would have several widths")
  func noKerning() throws {
    let face = "{family: Noto Serif CJK SC, file: NotoSerifCJK-Regular.ttc, index: 2}"
    try withRoles(roles(face, directory: "/usr/share/fonts/opentype/noto")) { folder in
      let measure = try #require(load("AVTo", from: folder).value).measure
      let letters = try "AVTo".map { letter in
        try measure.width(String(letter), role: "表格", size: .pt(100))
      }
      let word = try measure.width("AVTo", role: "表格", size: .pt(100))
      #expect(abs((word - letters.sum()).points) < 0.1)
    }
  }

  @Test("A face that fontconfig silently replaces by another is an error")
  func silentSubstitute() throws {
    let files = Project.url("Fonts/files").path
    let two = """
      directories: [\(files)]
      roles:
        表格: {official: 宋体, faces: [{family: FandolSong, file: FandolSong-Regular.ttf}]}
        标题: {official: 宋体, faces: [{family: FandolSong, file: FandolSong-Bold.ttf}]}
      """
    try withRoles(two) { folder in
      // Without the rule that tells faces apart, regular and bold have one name.
      try "<fontconfig></fontconfig>".write(
        to: folder.appendingPathComponent("fonts.conf"), atomically: true, encoding: .utf8)
      let demand = FontDemand([.init(role: "表格", text: "一"), .init(role: "标题", text: "一")])
      let set = try #require(FontSet.load(from: folder, needing: demand).value)
      let error = #expect(throws: GraphicsError.self) {
        for role in ["表格", "标题"] {
          // With a line break, so that it is pango's to set.
          _ = try set.shape("一\n一", role: role, size: .pt(10), width: nil)
        }
      }
      #expect(error?.reason.contains("instead of the face asked for") == true)
    }
  }

  @Test("The record of the fonts names those that set a character, and no path")
  func resolved() throws {
    let used = try #require(load("一\u{9FEB}").value).resolved
    #expect(used.map(\.family) == ["FandolSong", "BabelStone Han"])
    #expect(used.map(\.file) == ["FandolSong-Regular.ttf", "BabelStoneHan.ttf"])
  }

  @Test("The faces of a preferred file go first, also those that lie beside it")
  func preferredFaces() throws {
    try withTemporaryFolder { folder in
      let file = folder.appendingPathComponent("正式字体.yaml")
      try FileManager.default.copyItem(
        at: Project.url("Fonts/files/FandolKai-Regular.ttf"),
        to: folder.appendingPathComponent("own.otf"))
      try "roles:\n  表格: {faces: [{family: FandolKai, file: own.otf}]}\n".write(
        to: file, atomically: true, encoding: .utf8)
      let demand = FontDemand([
        .init(role: "表格", text: "一\u{9FEB}"), .init(role: "数字", text: "1"),
      ])
      let loaded = FontSet.load(from: Project.url("Fonts"), preferring: file, needing: demand)
      #expect(loaded.findings == [])
      let set = try #require(loaded.value)
      #expect(
        set.resolved.map(\.file) == [
          "own.otf", "BabelStoneHan.ttf", "FandolSong-Regular.ttf",
        ])
      // The official name stays where the file says none.
      #expect(set.officialName("表格") == "宋体")
    }
  }

  @Test(
    "A preferred file has its own faults, each at its line",
    arguments: [
      ("roles: {表個: {faces: [{family: FandolKai, file: a.otf}]}}", "F105", 9),
      ("roles: {表格: {faces: []}}", "F106", 9),
      ("roles: {表格: {faces: [{family: FandolKai, file: a.otf}]}}", "F101", 22),
      ("roles: {表格: {faces: [{family: 楷体, file: own.otf}]}}", "F102", 22),
      ("rolls: {}", "F003", 1),
    ])
  func preferredFaults(text: String, code: String, column: Int) throws {
    try withTemporaryFolder { folder in
      let file = folder.appendingPathComponent("own.yaml")
      try FileManager.default.copyItem(
        at: Project.url("Fonts/files/FandolKai-Regular.ttf"),
        to: folder.appendingPathComponent("own.otf"))
      try text.write(to: file, atomically: true, encoding: .utf8)
      let loaded = FontSet.load(
        from: Project.url("Fonts"), preferring: file,
        needing: FontDemand([.init(role: "表格", text: "一")]))
      #expect(loaded.value == nil)
      let finding = try #require(loaded.findings.first)
      #expect(finding.code == code)
      #expect(finding.place == .source(SourcePlace(file: "own.yaml", line: 1, column: column)))
    }
  }
}
