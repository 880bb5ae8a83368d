import Foundation
import TestSupport
import Testing

/// Disks as they are elsewhere: mount points, full ones, read-only ones.
@Suite("The output folder on other disks") struct OutputDiskTests {
  private static let example = Project.url(DossierWriting.example).path

  /// Whether this process may mount something in a namespace of its own.
  private static let mayMount =
    (try? run("unshare", ["-m", "mount", "-t", "tmpfs", "none", "/mnt"]).status) == 0

  /// Runs a script with a disk mounted at `m`; `$0` is the program, `$1` the dossier.
  private func withDisk(
    _ options: String, _ script: String, in folder: URL
  ) throws -> ProcessResult {
    let prologue = "mkdir -p m && mount -t tmpfs \(options) none m || exit 99\n"
    return try run(
      "unshare", ["-m", "bash", "-c", prologue + script, Project.binary.path, Self.example],
      in: folder)
  }

  @Test("a mount point is served from within, and keeps what is beside", .enabled(if: mayMount))
  func mountPoint() throws {
    try withTemporaryFolder { folder in
      let script = """
        "$0" build "$1" --out m >/dev/null && echo 别人的 > m/批注.txt && mkdir m/往年
        SOURCE_DATE_EPOCH=1735689600 "$0" build "$1" --out m || exit 1
        ls -A m; (cd m && sha256sum *.*) ; ls -A
        SOURCE_DATE_EPOCH=1735689600 "$0" build "$1" --out o >/dev/null; (cd o && sha256sum *.*)
        """
      let result = try withDisk("", script, in: folder)
      #expect(result.status == 0, "\(result.errors)")
      let lines = result.output.split(separator: "\n")
      #expect(lines.contains("往年") && lines.contains("批注.txt"), "\(result.output)")
      #expect(!result.output.contains(".gongkai"))
      // Each file of ours is there twice with the same bytes: on the disk, and built elsewhere.
      for name in ["manifest.json", "figures.csv", "部门决算公开.pdf", "决算公开表.xlsx"] {
        let sums = lines.filter { $0.count > 64 && $0.hasSuffix("  \(name)") }
        #expect(sums.count == 2 && Set(sums).count == 1, "\(name)")
      }
    }
  }

  @Test("a folder mounted from the same disk is served as well", .enabled(if: mayMount))
  func boundFolder() throws {
    try withTemporaryFolder { folder in
      let script = """
        mkdir a b && mount --bind a b && "$0" build "$1" --out b && "$0" build "$1" --out b && ls -A a
        """
      let result = try withDisk("", script, in: folder)
      #expect(result.status == 0, "\(result.errors)")
      #expect(
        result.output.hasSuffix(
          "figures.csv\nmanifest.json\n决算公开表.xlsx\n部门决算公开.pdf\n项目支出绩效自评表.xlsx\n"))
    }
  }

  @Test("a build into a mount point may be killed at any moment", .enabled(if: mayMount))
  func killedInMountPoint() throws {
    try withTemporaryFolder { folder in
      let script = """
        export SOURCE_DATE_EPOCH=1735689600; "$0" build "$1" --out n >/dev/null
        unset SOURCE_DATE_EPOCH; "$0" build "$1" --out m >/dev/null; cp -r m o
        export SOURCE_DATE_EPOCH=1735689600
        for t in 0.2 0.6 1.0 1.4 1.8 2.0 2.2 2.4; do
          timeout -s KILL $t "$0" build "$1" --out m >/dev/null 2>&1
          diff -q m n >/dev/null || diff -q --exclude=.gongkai --exclude=.gongkai.lock m o || exit 1
        done
        "$0" build "$1" --out m >/dev/null && diff -r m n && ls -A m | grep gongkai; exit 0
        """
      let result = try withDisk("", script, in: folder)
      #expect(result.status == 0 && result.output.isEmpty, "\(result.output)\(result.errors)")
    }
  }

  @Test(
    "a full disk is told in Chinese, and what was there stays", .enabled(if: mayMount),
    arguments: ["8k", "40k", "700k", "1000k", "1020k"])
  func full(size: String) throws {
    try withTemporaryFolder { folder in
      let script = "echo 旧 > m/x.txt; \"$0\" build \"$1\" --out m; echo $?; ls -A m; cat m/x.txt"
      let result = try withDisk("-o size=\(size)", script, in: folder)
      #expect(result.output == "3\nx.txt\n旧\n", "\(result.output)")
      #expect(result.errors.contains("磁盘已满，还需要 "), "\(result.errors)")
      expectChinese(result.errors)
    }
  }

  @Test("a disk that is read only", .enabled(if: mayMount))
  func readOnly() throws {
    try withTemporaryFolder { folder in
      let script =
        "\"$0\" build \"$1\" --out m; \"$0\" build \"$1\" --out m/x; \"$0\" new m/d --layout shanxi-2023; ls -A m"
      let result = try withDisk("-o ro", script, in: folder)
      #expect(result.output.isEmpty)
      #expect(result.errors.split(separator: "\n").count { $0.contains("磁盘是只读的") } == 3)
      expectChinese(result.errors)
    }
  }

  @Test("files that may not grow end a build in words, never by a signal", arguments: [1, 40, 100])
  func limitedFiles(blocks: Int) throws {
    try withTemporaryFolder { folder in
      let script = "ulimit -f \(blocks); exec \"$0\" build \"$1\" --out o"
      let result = try run("bash", ["-c", script, Project.binary.path, Self.example], in: folder)
      #expect(result.status == 3, "\(result.errors)")
      #expect(result.errors.contains("文件超出了允许的大小"))
      expectChinese(result.errors)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
    }
  }

  @Test("a name that is too long")
  func longName() throws {
    try withTemporaryFolder { folder in
      let name = String(repeating: "长", count: 90)
      for command in [
        ["build", Self.example, "--out", name], ["new", name, "--layout", "shanxi-2023"],
      ] {
        let result = try gongkai(command, in: folder)
        #expect(result.status == 3 && result.errors.contains("名称或路径太长"), "\(result.errors)")
        expectChinese(result.errors)
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
    }
  }

  @Test("a workbook is whole although there is no room for temporary files", .enabled(if: mayMount))
  func fullTemporaryFolder() throws {
    try withTemporaryFolder { folder in
      let script = """
        "$0" build "$1" --out o >/dev/null && TMPDIR=m "$0" build "$1" --out p >/dev/null && diff -r o p
        """
      let result = try withDisk("-o size=20k", script, in: folder)
      #expect(result.status == 0, "\(result.output)\(result.errors)")
    }
  }

  /// No sentence of a library or of the system, and nothing as programs print it.
  private func expectChinese(_ errors: String) {
    for word in ["Error Domain", "NSError", "Cocoa", "[ERROR]", "No space", "denied", "Read-only"] {
      #expect(!errors.contains(word), "\(word): \(errors)")
    }
  }
}
