public import Diagnostics
public import Documents
public import Geometry
public import Graphics

/// A document on pages; a value, ready to be written as a file.
public struct TypesetDocument: Sendable {
  /// The pages in the order of the forms.
  public let pages: [Page]
  /// The entries of the outline, one a form, in the order of the pages.
  public let outline: [OutlineEntry]
  /// How many pages each form takes, in order.
  public let pageCounts: [FormPageCount]
  /// The faces that the glyph runs of the pages count.
  public let fonts: [FontFile]
}

/// A place in the document by its title.
public struct OutlineEntry: Hashable, Sendable {
  /// Code and title of a form.
  public let title: String
  /// The page, from 0.
  public let page: Int
  /// The height on the page where the titled thing begins.
  public let y: Length
}

/// How many pages a form takes.
public struct FormPageCount: Hashable, Sendable {
  /// The form's number.
  public let form: String
  /// How many.
  public let pages: Int
}

/// Sets a document: every form on pages of its own, numbered throughout.
///
/// - Returns: the pages; or, for every form that cannot be set, what stands in the way.
public func typeset(_ document: Document, with fonts: FontSet) -> Loaded<TypesetDocument> {
  var pages: [Page] = []
  var outline: [OutlineEntry] = []
  var counts: [FormPageCount] = []
  var findings: [Finding] = []
  for form in document.forms {
    let typesetter = FormTypesetter(form: form, style: document.style, measure: fonts.measure)
    let set = attempt(at: .title(of: form)) { try typesetter.typeset(firstNumber: pages.count + 1) }
    findings += set.findings
    guard let formPages = set.value else { continue }
    let title = [form.code, form.title].filter { !$0.isEmpty }.joined(separator: " ")
    outline.append(
      OutlineEntry(title: title, page: pages.count, y: document.style.formPage.margins.top))
    counts.append(FormPageCount(form: form.number, pages: formPages.count))
    pages += formPages
  }
  guard !findings.hasErrors else { return Loaded(nil, findings) }
  let result = TypesetDocument(
    pages: pages, outline: outline, pageCounts: counts, fonts: fonts.files)
  return Loaded(result, findings)
}

/// Does the work; what the fonts or the drawing libraries refuse becomes a finding.
private func attempt<Value>(
  at place: FindingPlace, _ work: () throws -> Loaded<Value>
) -> Loaded<Value> {
  do {
    return try work()
  } catch let fault as FontFault {
    return Loaded(nil, [fault.finding(at: place)])
  } catch {
    let finding = Finding(
      "X199", at: place, what: "排版库拒绝了这张表（\(error)）", expected: "字体和排版库正常工作",
      mend: "重新运行 scripts/setup；仍然如此，请连同这条信息报告给开发者", isOfTheMachine: true)
    return Loaded(nil, [finding])
  }
}
