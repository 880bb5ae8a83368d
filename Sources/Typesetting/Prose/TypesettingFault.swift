internal import Diagnostics
internal import Documents

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
        mend: "重新运行 scripts/setup；仍然如此，请连同这条信息报告给开发者", isOfTheMachine: true)
      return Loaded(nil, [finding])
    }
  }

  /// The document as the place of a finding.
  var whole: FindingPlace { .cell(document.title) }

  /// Where a section stands, in words that its reader finds it by.
  func place(of section: DocumentSection) -> FindingPlace {
    switch section {
    case .cover(_, let block), .contents(_, let block): place(of: block)
    case .text(let blocks): place(of: blocks.lowerBound)
    case .form(let form, _, _): .title(of: form)
    }
  }

  /// A block as the place of a finding.
  func place(of block: Int) -> FindingPlace {
    document.blocks[block].place
  }

  /// Says that a line has no room on a page.
  func tooLarge(at place: FindingPlace) -> Finding {
    Finding(
      "X130", at: place, what: "一行字比一页还高", expected: "字号不超过正文版心的高度",
      mend: "在版式里减小这种文字的字号，或减小页边距")
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
    case .form(let form): .title(of: form)
    }
  }
}

extension FindingPlace {
  /// A text outside the forms, by its first words.
  static func words(_ text: String) -> FindingPlace {
    .cell("“\(text.count > 16 ? text.prefix(15) + "…" : text[...])”")
  }
}
