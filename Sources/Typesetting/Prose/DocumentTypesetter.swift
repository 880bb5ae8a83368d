internal import Diagnostics
internal import Documents
internal import Geometry

/// Sets all of a document: the body first, then the contents, whose numbers are known by then.
///
/// Pages of cover and contents bear no numbers, so the body's numbers do not depend on how many
/// pages the contents take, and one round is enough.
struct DocumentTypesetter {
  let document: Document
  let measure: TextMeasure
  /// The document's forms, where they have been planned before.
  var plans: FormPlans?

  /// A document on its pages.
  struct Result {
    let pages: [Page]
    let outline: [OutlineEntry]
    let pageCounts: [FormPageCount]
  }

  private var style: DocumentStyle { document.style }

  /// Sets the document.
  ///
  /// - Returns: its pages; or, for everything that cannot be set, what stands in the way.
  func typeset() -> Loaded<Result> {
    let sections = DocumentSection.sections(of: document.blocks)
    var findings: [Finding] = []
    var pages: [[Page]] = []
    var number = 1
    for section in sections {
      let set = attempt(at: place(of: section)) { try typeset(section, firstNumber: number) }
      findings += set.findings
      pages.append(set.value ?? [])
      number += pages.last?.count { $0.number != nil } ?? 0
    }
    guard !findings.hasErrors else { return Loaded(nil, findings) }
    let landmarks = landmarks(sections, pages)
    let contents = attempt(at: whole) {
      Loaded(try self.contents(of: sections, naming: landmarks), [])
    }
    guard let contents = contents.value else { return Loaded(nil, findings + contents.findings) }
    let result = attempt(at: whole) {
      Loaded(try joined(sections, pages, contents, landmarks), [])
    }
    return Loaded(result.value, findings + result.findings)
  }

  /// The pages of everything but the contents, which have none yet.
  private func typeset(_ section: DocumentSection, firstNumber: Int) throws -> Loaded<[Page]> {
    switch section {
    case .contents:
      return Loaded([], textPages() == nil ? [missingStyle] : [])
    case .cover(let cover, let block):
      guard let pages = textPages() else { return Loaded(nil, [missingStyle]) }
      let typesetter = CoverTypesetter(cover: cover, block: block, pages: pages)
      guard let page = try typesetter.typeset() else {
        return Loaded(nil, [TypesettingFault.cover.finding(at: place(of: block))])
      }
      return Loaded([page], [])
    case .text(let blocks, let orientation):
      guard let pages = textPages(orientation) else { return Loaded(nil, [missingStyle]) }
      return try FlowTypesetter(document: document, pages: pages)
        .typeset(blocks, firstNumber: firstNumber)
    case .form(let form, let block, let leads):
      guard leads.isEmpty || style.prose != nil else { return Loaded(nil, [missingStyle]) }
      let typesetter = typesetter(of: form, leads: leads)
      guard let planned = plans?.forms[block] else {
        return try typesetter.typeset(firstNumber: firstNumber)
      }
      guard let plan = planned.value else { return Loaded(nil, planned.findings) }
      return Loaded(
        try typesetter.place(plan, firstNumber: firstNumber), planned.findings)
    }
  }

  /// Plans the pages of the forms.
  func planForms() -> FormPlans {
    var plans = FormPlans()
    for section in DocumentSection.sections(of: document.blocks) {
      guard case .form(let form, let block, let leads) = section,
        leads.isEmpty || style.prose != nil
      else { continue }
      let planned = attempt(at: place(of: section)) {
        try typesetter(of: form, leads: leads).plan()
      }
      plans.forms[block] = planned
      plans.breaks[form.number] = planned.value?.plan.breaks
    }
    return plans
  }

  private func typesetter(of form: FormSheet, leads: Range<Int>) -> FormTypesetter {
    FormTypesetter(
      form: form, style: style, measure: measure, leads: leads.compactMap(lead),
      titleLevel: formTitleLevel)
  }

  /// Says that the set does not tell how text is set.
  private var missingStyle: Finding { TypesettingFault.noProseStyle.finding(at: whole) }

  /// The titles of forms stand below the headings of the text, and on top where there are none.
  private var formTitleLevel: Int {
    let hasHeadings = document.blocks.contains { if case .heading = $0 { true } else { false } }
    return hasHeadings ? formEntryLevel : 1
  }

  private func lead(_ block: Int) -> LeadHeading? {
    guard case .heading(let heading) = document.blocks[block], let prose = style.prose else {
      return nil
    }
    return LeadHeading(block: block, heading: heading, style: prose.headingStyle(heading.level))
  }

  private func textPages(_ orientation: PageOrientation = .portrait) -> TextPages? {
    style.prose.map { prose in
      TextPages(
        style: prose, pageNumber: style.pageNumber, measure: measure, orientation: orientation)
    }
  }
}

/// Contents, outline and the order of all pages.
extension DocumentTypesetter {
  /// What contents and outline name: with contents, what stands in them; otherwise headings, and
  /// forms by their own titles.
  private func landmarks(_ sections: [DocumentSection], _ pages: [[Page]]) -> [Landmark] {
    Landmark.landmarks(of: document, sections: sections, pages: pages) { form in
      document.hasContents
        ? form.entry : [form.code, form.title].filter { !$0.isEmpty }.joined(separator: " ")
    }
  }

  /// The pages of the contents by their section.
  private func contents(
    of sections: [DocumentSection], naming landmarks: [Landmark]
  ) throws -> [Int: [ContentsTypesetter.SetPage]] {
    guard let pages = textPages() else { return [:] }
    let entries = landmarks.compactMap { landmark in
      pages.style.contentsEntryStyle(landmark.level).map { style in
        ContentsEntry(
          title: landmark.title, level: landmark.level, style: style, number: landmark.number)
      }
    }
    var result: [Int: [ContentsTypesetter.SetPage]] = [:]
    for (index, section) in sections.enumerated() {
      guard case .contents(let contents, let block) = section else { continue }
      result[index] = try ContentsTypesetter(contents: contents, block: block, pages: pages)
        .typeset(entries)
    }
    return result
  }

  /// All pages in their order, with links and outline that count them.
  private func joined(
    _ sections: [DocumentSection], _ pages: [[Page]],
    _ contents: [Int: [ContentsTypesetter.SetPage]], _ landmarks: [Landmark]
  ) throws -> Result {
    var starts: [Int] = []
    var count = 0
    for index in sections.indices {
      starts.append(count)
      count += contents[index]?.count ?? pages[index].count
    }
    let targets = landmarks.map { Destination(page: starts[$0.section] + $0.page, y: $0.y) }
    let text = textPages()
    let listed = zip(landmarks, targets).filter { landmark, _ in
      text?.style.contentsEntryStyle(landmark.level) != nil
    }.map(\.1)
    let all = try sections.indices.flatMap { index -> [Page] in
      guard let set = contents[index], let text else { return pages[index] }
      return try set.map { page in
        try text.page(page.texts, number: nil, end: page.end, links: page.links(to: listed))
      }
    }
    let counts = zip(sections, pages).compactMap { section, pages in
      if case .form(let form, _, _) = section {
        FormPageCount(form: form.number, pages: pages.count)
      } else {
        nil
      }
    }
    return Result(pages: try marked(all), outline: outline(landmarks, targets), pageCounts: counts)
  }

  /// The pages with the document's mark across each, if it has one.
  private func marked(_ pages: [Page]) throws -> [Page] {
    guard let mark = document.mark else { return pages }
    let setter = MarkSetter(text: mark, role: style.markRole, measure: measure)
    return try pages.map { page in
      var page = page
      page.mark = try setter.place(on: page.size)
      return page
    }
  }

  /// The landmarks as a tree: each below the last one before it of a lower level.
  private func outline(_ landmarks: [Landmark], _ targets: [Destination]) -> [OutlineEntry] {
    var open: [Int] = []
    return zip(landmarks, targets).map { landmark, target in
      while let last = open.last, last >= landmark.level { open.removeLast() }
      open.append(landmark.level)
      return OutlineEntry(
        title: landmark.title, level: open.count, page: target.page, y: target.y)
    }
  }
}
