import Diagnostics
import Foundation
import SourceFiles
import TestSupport
import Testing

@Suite("The entries of a folder by the bytes of their names") struct FolderListingTests {
  @Test("names that are no UTF-8 are kept apart, with their places")
  func foreignNames() throws {
    try withTemporaryFolder { folder in
      let script = """
        mkdir -p a/b .h; touch z.txt 表.csv a/1 a/b/2 .h/3 .k
        touch $'\\xCA\\xD5\\xC8\\xEB.csv' a/$'\\xFF\\xFFx' a/$'.\\xFF'; ln -s a l
        """
      try #require(run("bash", ["-c", script], in: folder).status == 0)
      let listing = try FolderListing(folder)
      #expect(listing.names == [".h", ".k", "a", "l", "z.txt", "表.csv"])
      #expect(listing.foreign.map(\.bytes) == [[0xCA, 0xD5, 0xC8, 0xEB] + Array(".csv".utf8)])
      let files = FolderListing.files(below: folder)
      #expect(files.paths == ["a/1", "a/b/2", "l", "z.txt", "表.csv"])
      #expect(files.foreign.map(\.folder) == ["", "a"])
    }
  }

  @Test("they are shown escaped, with what they say in GBK and a command that renames them")
  func wording() throws {
    let name = ForeignName([0xCA, 0xD5, 0xC8, 0xEB] + Array(" '1'.csv".utf8))
    #expect(name.escaped == #"\xCA\xD5\xC8\xEB\x20\x271\x27.csv"#)
    #expect(name.shown == "“\(name.escaped)”（按 GBK 读作“收入 '1'.csv”）")
    #expect(ForeignName([0xFF]).shown == #"“\xFF”"#)
    // The command does what it says.
    try withTemporaryFolder { folder in
      let foreign = ForeignName([0xCA, 0xD5] + Array(".csv".utf8))
      try #require(run("bash", ["-c", "touch $'\(foreign.escaped)'"], in: folder).status == 0)
      let command = try #require(
        foreign.mend.split(separator: "：").dropFirst().first?.split(separator: "；").first)
      try #require(run("bash", ["-c", String(command)], in: folder).status == 0)
      #expect(try FolderListing(folder).names == ["收.csv"])
    }
  }

  @Test("a folder that is not there, and one that is a file, say so")
  func missing() throws {
    let reason = #expect(throws: SystemReason.self) {
      try FolderListing(URL(fileURLWithPath: "/nowhere"))
    }
    #expect(reason?.isAbsence == true && reason?.what == "没有这个文件或文件夹")
  }
}
