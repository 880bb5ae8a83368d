internal import Diagnostics
internal import Documents

extension DocumentTypesetter {
  /// Does the work; what the fonts or the drawing libraries refuse becomes a finding.
  func attempt<Value>(
    at place: Place, _ work: () throws -> Loaded<Value>
  ) -> Loaded<Value> {
    do {
      return try work()
    } catch let fault as FontFault {
      return Loaded(nil, [fault.located(at: place)])
    } catch is FlowFault {
      return Loaded(nil, [TypesettingFault.line.finding(at: place)])
    } catch {
      return Loaded(nil, [TypesettingFault.library("\(error)").finding(at: place)])
    }
  }

  /// The document as the place of a finding.
  var whole: Place { .dossier(document.title) }

  /// Where a section stands, in words that its reader finds it by.
  func place(of section: DocumentSection) -> Place {
    switch section {
    case .cover(_, let block), .contents(_, let block): place(of: block)
    case .text(let blocks, _): place(of: blocks.lowerBound)
    case .form(let form, _, _): .title(of: form)
    }
  }

  /// A block as the place of a finding.
  func place(of block: Int) -> Place {
    document.blocks[block].place
  }
}

extension Block {
  /// The block by its text.
  var place: Place {
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

extension Place {
  /// A text outside the forms.
  static func words(_ text: String) -> Place { .text(text, form: nil) }
}
