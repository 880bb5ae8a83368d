internal import Diagnostics
internal import Figures
internal import SourceFiles

/// Reads what stands around the forms: cover, contents and parts, the values that templates may
/// quote, and the templates.
struct NarrativeLoader {
  let log: FindingLog
  let rules: RuleLoader
  let forms: NarrativeForms
  /// The indicators of prior-year amounts.
  let indicators: [String]
  /// The set's own printing of figures.
  let printing: Printing
  /// Reads a file by its path below the folder of all sets.
  let readText: (String) -> SourceText?
  /// The set's folder.
  let folder: String

  /// The file of the values, in the set's folder.
  private static let valuesFile = "narrative/values.yaml"

  /// The parts of the document among the keys of `document`; nil for a document of forms alone.
  ///
  /// - Parameter hasProse: whether the set says how prose is set.
  func narrative(_ document: YAMLMap, hasProse: Bool) -> NarrativeLayout? {
    let cover = document.optional("cover").flatMap { YAMLMap($0, log: log) }.flatMap(cover)
    let contents = document.optionalString("contents")
    guard document.optional("parts") != nil else {
      if let place = document.place(of: "cover") ?? document.place(of: "contents") {
        log.error(
          "130", at: place, what: "写了封面或目录，却没有 parts", expected: "parts 列出文档的各部分",
          mend: "补上 parts，或删去 cover 和 contents")
      }
      return nil
    }
    if !hasProse {
      log.error(
        "130", at: document.place(of: "parts") ?? document.place, what: "有 parts，styles 里却没有 prose",
        expected: "styles.prose 说明正文怎样排", mend: "补上 styles.prose")
    }
    let items = document.requiredList("parts").compactMap { YAMLMap($0, log: log) }
    checkForms(items, at: document.place(of: "parts") ?? document.place)
    let hasText = items.contains { $0.has("text") }
    let values = hasText ? self.values() : NarrativeValues()
    let parts = items.compactMap { part($0, values: values) }
    return NarrativeLayout(
      cover: cover, contents: contents, parts: parts, values: values.values,
      defaults: values.defaults)
  }

  private func cover(_ map: YAMLMap) -> CoverLayout? {
    let issuer = map.required("issuer").flatMap(prose)
    let title = map.required("title").flatMap(prose)
    let foot = map.optional("foot").flatMap(prose)
    map.finish()
    guard let issuer, let title else { return nil }
    return CoverLayout(issuer: issuer, title: title, foot: foot ?? TextTemplate(text: ""))
  }

  private func prose(_ value: YAMLValue) -> TextTemplate? {
    // An empty text is a text here.
    value.text == ""
      ? TextTemplate(text: "") : log.template(value, allowed: TextPlaceholder.ofProse)
  }

  /// The forms are one part: left out they would vanish from the document.
  private func checkForms(_ items: [YAMLMap], at place: SourcePlace) {
    let forms = items.filter { $0.has("forms") }
    guard forms.count != 1 else { return }
    log.error(
      "130", at: forms.last?.place ?? place, what: "parts 里有 \(forms.count) 个 forms",
      expected: "正好一个 forms：全部报表", mend: forms.isEmpty ? "补上 forms" : "留下一个")
  }

  private func part(_ map: YAMLMap, values: NarrativeValues) -> PartLayout? {
    defer { map.finish() }
    let text = map.optional("text")
    let forms = map.optional("forms")
    guard (text == nil) != (forms == nil) else {
      log.error(
        "130", at: map.place, what: text == nil ? "没有说明这一部分是什么" : "text、forms 写在了一起",
        expected: "text 或 forms 中的一个", mend: text == nil ? "补上其中一个" : "分成两部分")
      return nil
    }
    if let forms, let inner = YAMLMap(forms, log: log) {
      let heading = inner.required("heading").flatMap(prose)
      let entry = inner.required("entry").flatMap {
        log.template($0, allowed: TextPlaceholder.ofEntry)
      }
      inner.finish()
      guard let heading, let entry else { return nil }
      return .forms(heading: heading, entry: entry)
    }
    guard let path = text?.text, let place = text?.place else {
      _ = map.optionalString("text")
      return nil
    }
    guard !path.hasPrefix("/"), !path.split(separator: "/").contains("..") else {
      log.error(
        "130", at: place, what: "模板“\(path)”不在版式的文件夹里", expected: "版式文件夹以下的路径",
        mend: "例如 narrative/part1.mustache")
      return nil
    }
    guard let source = readText("\(folder)/\(path)") else { return nil }
    return TemplateChecks(log: log, values: values).template(source).map(PartLayout.text)
  }

  private func values() -> NarrativeValues {
    guard let source = readText("\(folder)/\(Self.valuesFile)") else {
      return NarrativeValues(isKnown: false)
    }
    let parsed = YAMLValue.parse(source, family: log.family)
    log.report(parsed.findings)
    guard let root = parsed.value, let map = YAMLMap(root, log: log) else {
      return NarrativeValues(isKnown: false)
    }
    return NarrativeValuesLoader(
      log: log, rules: rules, forms: forms, indicators: indicators, printing: printing
    ).values(map)
  }
}
