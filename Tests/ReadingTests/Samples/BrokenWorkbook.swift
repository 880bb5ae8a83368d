/// Workbooks with one thing wrong, each with its name.
enum BrokenWorkbook {
  static let all: [(name: String, workbook: SampleWorkbook)] = [
    ("缺少工作表", sample { $0.targetOfSheet = "worksheets/sheet9.xml" }),
    (
      "工作表的关系缺失",
      sample { $0.parts["xl/_rels/workbook.xml.rels"] = SampleWorkbook.relationships([]) }
    ),
    (
      "缺少 workbook.xml",
      sample {
        $0.parts["_rels/.rels"] = SampleWorkbook.relationships([("officeDocument", "xl/none.xml")])
      }
    ),
    (
      "XML 没有结束",
      sample {
        $0.parts["xl/worksheets/sheet1.xml"] =
          #"<worksheet xmlns="\#(SampleWorkbook.main)">"# + "\n<sheetData>"
      }
    ),
    ("XML 标记不配对", sample { $0.sheet = "<sheetData>\n</row>\n</sheetData>" }),
    ("不是 XML", sample { $0.binaryParts["xl/workbook.xml"] = [1, 2, 3] }),
    ("一部分是空的", sample { $0.binaryParts["xl/workbook.xml"] = [] }),
    ("根元素不对", sample { $0.parts["xl/workbook.xml"] = "<html/>" }),
    ("数不是数", rows(#"<row r="2"><c r="B2"><v>一百</v></c></row>"#)),
    ("共享文字不存在", rows(#"<row r="2"><c r="B2" t="s"><v>5</v></c></row>"#)),
    ("样式不存在", rows(#"<row><c s="9"><v>1</v></c></row>"#)),
    ("位置不能用", rows(#"<row><c r="XFE1"><v>1</v></c></row>"#)),
    ("行号不能用", rows(#"<row r="1048577"><c><v>1</v></c></row>"#)),
    ("写了两次", rows(#"<row><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>"#)),
    ("不是日期", rows(#"<row><c t="d"><v>2024-13-01</v></c></row>"#)),
    ("合并范围不能用", sample { $0.sheet = #"<mergeCells><mergeCell ref="A0:B1"/></mergeCells>"# }),
    ("列号不对", sample { $0.sheet = #"<cols><col min="0" max="2"/></cols>"# }),
    ("未知的实体", rows("<row><c><v>&money;</v></c></row>")),
    ("嵌套太深", sample { $0.sheet = nested(100) }),
    ("外部实体", documentType(#"<!DOCTYPE a [<!ENTITY money SYSTEM "file:///etc/hostname">]>"#)),
    ("实体炸弹", documentType(laughs)),
    ("外部 DTD", documentType(#"<!DOCTYPE a SYSTEM "http://localhost:1/a.dtd">"#)),
  ]

  private static func sample(_ change: (inout SampleWorkbook) -> Void) -> SampleWorkbook {
    var sample = SampleWorkbook()
    change(&sample)
    return sample
  }

  private static func rows(_ text: String) -> SampleWorkbook {
    sample { $0.sheet = "<sheetData>\n\(text)</sheetData>" }
  }

  /// So many elements inside one another.
  static func nested(_ count: Int) -> String {
    String(repeating: "<a>", count: count) + String(repeating: "</a>", count: count)
  }

  /// A sheet with a document type, which its only cell makes use of.
  private static func documentType(_ type: String) -> SampleWorkbook {
    sample {
      $0.parts["xl/worksheets/sheet1.xml"] = """
        \(type)<worksheet><sheetData><row><c t="str"><v>&money;</v></c></row></sheetData>\
        </worksheet>
        """
    }
  }

  /// Ten to the tenth times a text.
  private static let laughs: String = {
    let steps = (1...10).map { step in
      "<!ENTITY m\(step) \"" + String(repeating: "&m\(step - 1);", count: 10) + "\">"
    }
    return #"<!DOCTYPE a [<!ENTITY m0 "lol">\#(steps.joined())<!ENTITY money "&m10;">]>"#
  }()
}
