import Diagnostics
import Domain
import Foundation
import Layouts
import TestSupport
import Testing

@Suite("科目表") struct CatalogueTests {
  private static let library = LayoutLibrary(root: Project.url("Layouts"))

  @Test("随程序的：没有错误，按代码排列，功能科目的每个名称都写明见于哪些公开文件")
  func shipped() throws {
    let loaded = Self.library.catalogues
    #expect(loaded.findings.isEmpty, "\(loaded.findings)")
    let lists = try #require(loaded.value)
    #expect(lists.filter { $0.chart == .function }.map(\.year) == Array(2023...2026))
    for list in lists {
      let codes = try Project.text("Layouts/\(list.file)").split(separator: "\n").dropFirst()
        .map { String($0.prefix { $0 != "," }) }
      #expect(codes == list.names.map(\.code), "\(list.file) is not sorted")
      for name in list.names where list.chart == .function {
        #expect(!name.source.isEmpty, "\(list.file) \(name.code)")
        #expect(!name.source.contains("草稿"), "\(list.file) \(name.code)")
      }
    }
  }

  @Test("来源表里没有别的名称")
  func provenance() throws {
    let lists = try #require(Self.library.catalogues.value).filter { $0.chart == .function }
    let known = Set(
      lists.flatMap { list in list.names.map { "\($0.code),\($0.name),\(list.year)" } })
    let lines = try Project.text("Layouts/catalogues/provenance.csv").split(separator: "\n")
    let stated = lines.dropFirst().map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).prefix(3).joined(separator: ",")
    }
    #expect(Set(stated) == known && stated.count == known.count)
  }

  @Test("自己的：按年度读，行号可以引出")
  func own() throws {
    try withTemporaryFolder { folder in
      let catalogues = UserCatalogues(folder: folder)
      #expect(catalogues.names(ofYear: 2024).value?.codes(of: .function) == [])
      let text = "科目代码,科目名称,来源\n205,教育支出,某局.pdf\n20502,普通教育,某局.pdf\n"
      try Data(text.utf8).write(to: catalogues.file(of: .function, year: 2024))
      let names = try #require(catalogues.names(ofYear: 2024).value)
      #expect(names.name(of: "20502", in: .function) == "普通教育")
      let place = try #require(names.place(of: "20502", in: .function))
      #expect(place == SourcePlace(file: "function-2024.csv", line: 3, column: 1))
      #expect(catalogues.lines(of: place.file)?[2] == "20502,普通教育,某局.pdf")
      #expect(catalogues.lines(of: "function-2023.csv") == nil)
      #expect(catalogues.names(ofYear: 2023).value?.codes(of: .function) == [])
      #expect(catalogues.lists.value?.map(\.year) == [2024])
    }
  }

  @Test("自己的有错：不给名称，说明哪一行")
  func faulty() throws {
    try withTemporaryFolder { folder in
      let catalogues = UserCatalogues(folder: folder)
      let text = "科目代码,科目名称,来源\n2050,教育,某局.pdf\n"
      try Data(text.utf8).write(to: catalogues.file(of: .function, year: 2024))
      let loaded = catalogues.names(ofYear: 2024)
      #expect(loaded.value == nil && loaded.findings.map(\.code) == ["L114"])
      #expect(
        loaded.findings.first?.place
          == .source(SourcePlace(file: "function-2024.csv", line: 2, column: 1)))
    }
  }

  @Test("宽窄不同的是同一个名称，别的不是")
  func sameName() {
    #expect(areSameName("退职(役)费", "退职（役）费"))
    #expect(!areSameName("房屋建筑物构建", "房屋建筑物购建"))
  }
}
