import Foundation
import TestSupport

/// Files that are no workbooks, or no longer, each with what it is.
enum ForeignFile {
  static let all: [(name: String, bytes: [UInt8])] = [
    ("空文件", []),
    ("PDF", Array("%PDF-1.7\n%âãÏÓ\n".utf8)),
    ("CSV", Array("表,行,列\n01,1,100.00\n".utf8)),
    ("GB18030 的 CSV", [0xB1, 0xED, 0x2C, 0xD0, 0xD0, 0x0A]),
    ("旧版 xls", compound(["Root Entry", "Workbook"])),
    ("加密的 xlsx", compound(["Root Entry", "DataSpaces", "EncryptionInfo", "EncryptedPackage"])),
    ("旧版 Word", compound(["Root Entry", "WordDocument"])),
    ("图片", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
    ("网页", Array("<!DOCTYPE html><html></html>".utf8)),
    ("随机字节", noise),
    ("没有工作簿的压缩包", archive { $0.add("说明.txt", "你好") }),
    ("空的压缩包", ZipBuilder().bytes),
    (
      "ODS",
      archive {
        $0.add("content.xml", "<a/>"); $0.add("META-INF/manifest.xml", "<a/>")
      }
    ),
    ("Word", document("application/vnd.openxmlformats-officedocument.wordprocessingml.document")),
    ("xlsb", document("application/vnd.ms-excel.sheet.binary.macroEnabled.main")),
    ("截断", Array(SampleWorkbook().bytes.dropLast(200))),
    ("加密的部分", encryptedPart),
  ]

  private static let noise: [UInt8] = {
    var random = SeededRandom(seed: 7)
    return (0..<4096).map { _ in UInt8.random(in: 0...255, using: &random) }
  }()

  private static func archive(_ fill: (inout ZipBuilder) -> Void) -> [UInt8] {
    var zip = ZipBuilder()
    fill(&zip)
    return zip.bytes
  }

  /// An Office file whose main part is of a type.
  private static func document(_ type: String) -> [UInt8] {
    archive {
      $0.add(
        "[Content_Types].xml",
        #"<Types><Override PartName="/main.bin" ContentType="\#(type)"/></Types>"#)
      $0.add("_rels/.rels", SampleWorkbook.relationships([("officeDocument", "main.bin")]))
      $0.add("main.bin", "x")
    }
  }

  private static var encryptedPart: [UInt8] {
    archive {
      $0.add("_rels/.rels", SampleWorkbook.relationships([("officeDocument", "xl/workbook.xml")]))
      $0.add("xl/workbook.xml", Array("0123456789abcdef".utf8), flags: 1)
    }
  }

  /// A compound file whose directory has these entries.
  private static func compound(_ names: [String]) -> [UInt8] {
    var bytes: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    bytes += [UInt8](repeating: 0, count: 504)
    for name in names {
      let entry = name.utf8.reduce(into: [UInt8]()) { $0 += [$1, 0] }
      bytes += entry + [UInt8](repeating: 0, count: 128 - entry.count)
    }
    return bytes
  }
}
