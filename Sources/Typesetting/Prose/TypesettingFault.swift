internal import Diagnostics
internal import Documents
internal import Geometry

extension DocumentTypesetter {
  /// Does the work; what the fonts or the drawing libraries refuse becomes a finding.
  func attempt<Value>(
    at place: FindingPlace, _ work: () throws -> Loaded<Value>
  ) -> Loaded<Value> {
    do {
      return try work()
    } catch let fault as FontFault {
      return Loaded(nil, [fault.finding(at: place)])
    } catch is FlowFault {
      return Loaded(nil, [tooLarge(at: place)])
    } catch {
      let finding = Finding(
        "X199", at: place, what: "排版库拒绝了这一部分（\(error)）", expected: "字体和排版库正常工作",
        mend: "重新运行 scripts/setup；仍然如此，请连同这条信息报告给开发者", cause: .machine)
      return Loaded(nil, [finding])
    }
  }

  /// The document as the place of a finding.
  var whole: FindingPlace { .cell(document.title) }

  /// Where a section stands, in words that its reader finds it by.
  func place(of section: DocumentSection) -> FindingPlace {
    switch section {
    case .cover(_, let block), .contents(_, let block): place(of: block)
    case .text(let blocks, _): place(of: blocks.lowerBound)
    case .form(let form, _, _): .title(of: form)
    }
  }

  /// A block as the place of a finding.
  func place(of block: Int) -> FindingPlace {
    document.blocks[block].place
  }

  /// Says what of running text cannot be set.
  func finding(_ block: Int, _ fault: FlowTypesetter.Fault) -> Finding {
    switch fault {
    case .line: tooLarge(at: place(of: block))
    case .header(let fault): tooHigh(fault, at: place(of: block))
    case .column(let need, let has): tooNarrow(need, has: has, at: place(of: block))
    }
  }

  /// Says that a line has no room on a page.
  func tooLarge(at place: FindingPlace) -> Finding {
    Finding(
      "X130", at: place, what: "一行字比一页还高", expected: "字号不超过正文版心的高度",
      mend: "在版式里减小这种文字的字号，或减小页边距")
  }

  /// Says which part of a text's table no page holds.
  func tooHigh(_ fault: PlanFault, at place: FindingPlace) -> Finding {
    let row = fault.row.map { "和第 \($0 + 1) 行的一行字" } ?? ""
    return Finding(
      "X133", at: place,
      what: "正文里的表，表头\(row)高 \(millimetres(fault.needs)) 毫米，一页放不下",
      expected: "不高于一页的 \(millimetres(fault.has)) 毫米", mend: "在模板里减少表头的字，或减小页边距")
  }

  /// Says which number a text's table has no room for.
  func tooNarrow(_ need: ColumnNeeds.Need, has: Length, at place: FindingPlace) -> Finding {
    Finding(
      "X134", at: place,
      what: "正文里的表，用最小的字号，列宽 \(millimetres(has)) 毫米仍放不下“\(need.cell.content.printed)”",
      expected: "至少 \(millimetres(need.width)) 毫米，其余各列让不出这么多",
      mend: "在模板里把这一列的横线写长、减少列数，或把表放到横向的页上")
  }

  /// Says that the cover's texts do not fit on it even in the smallest type.
  func tooMuch(at place: FindingPlace) -> Finding {
    Finding(
      "X132", at: place, what: "封面的字太多，缩小字号后一页仍放不下", expected: "封面的文字不超过一页",
      mend: "缩短部门名称或封面的标题，或在版式里减小封面的字号")
  }

  /// Says that the set does not tell how text is set.
  func missingStyle() -> Finding {
    Finding(
      "X131", at: whole, what: "有封面、目录或正文，版式却没有规定它们怎样排", expected: "版式的 styles 里有正文样式",
      mend: "在版式里补上正文样式，或只输出表格")
  }
}

extension Block {
  /// The block by its first words.
  var place: FindingPlace {
    switch self {
    case .cover(let cover): .words(cover.title)
    case .contents(let contents): .words(contents.title)
    case .heading(let heading): .words(heading.text)
    case .paragraph(let paragraph): .words(paragraph.text)
    case .table(let table): .words(table.words)
    case .pageBreak, .orientation: .words("")
    case .form(let form): .title(of: form)
    }
  }
}

extension TextTable {
  /// What it is found by: its caption, or what heads its columns.
  var words: String {
    guard caption.isEmpty else { return caption }
    let header = table.sections.flatMap { $0.header }.flatMap(\.cells).map(\.content.printed)
    return header.joined(separator: " ")
  }
}

extension FindingPlace {
  /// A text outside the forms, by its first words.
  static func words(_ text: String) -> FindingPlace {
    .cell("“\(text.count > 16 ? text.prefix(15) + "…" : text[...])”")
  }
}
