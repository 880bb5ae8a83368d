internal import Readings

/// One walk through the structure of a tagged PDF (ISO 32000-1, 14.7).
struct TagReader {
  private let file: StoredFile
  private let limits: PDFLimits
  /// The pages by the numbers of their objects, from 1.
  private let pages: [Int: Int]
  /// The standard type by the type that the file uses instead.
  private let roles: StoredObject?
  private let classes: StoredObject?
  private var texts: MarkedTexts?
  private var count = 0

  /// Prepares the walk.
  ///
  /// - Parameter withTexts: whether the texts of the elements are read too.
  init(_ file: StoredFile, withTexts: Bool, limits: PDFLimits) {
    self.file = file
    self.limits = limits
    let pages = file.pages(limit: limits.pages)
    self.pages = Dictionary(
      pages.enumerated().map { (file.number(of: $0.element), $0.offset + 1) },
      uniquingKeysWith: { first, _ in first })
    let root = file.value("/StructTreeRoot", of: file.root)
    roles = root.flatMap { file.value("/RoleMap", of: $0) }
    classes = root.flatMap { file.value("/ClassMap", of: $0) }
    texts = withTexts ? MarkedTexts(file, pages: pages, limits: limits) : nil
  }

  /// The language that the catalogue states.
  var language: String? { file.text(file.value("/Lang", of: file.root)) }

  /// Whether the file has a structure.
  var isTagged: Bool { file.value("/StructTreeRoot", of: file.root) != nil }

  /// The elements at the top with all below them.
  mutating func tags() -> [ReadTag] {
    guard let root = file.value("/StructTreeRoot", of: file.root) else { return [] }
    var top = ReadTag(kind: "")
    addKids(of: root, to: &top, page: nil, depth: 1)
    return top.children
  }

  /// Adds what stands below an element: further elements, and content by its number on a page.
  ///
  /// - Parameter page: the page that the element states, for content that states none.
  private mutating func addKids(
    of element: StoredObject, to tag: inout ReadTag, page: Int?, depth: Int
  ) {
    for kid in file.items(file.value("/K", of: element), limit: limits.tags) {
      guard count < limits.tags else { return }
      count += 1
      if let mark = file.integer(kid) {
        addContent(mark, on: page, to: &tag)
      } else if let mark = file.integer(file.value("/MCID", of: kid)) {
        addContent(mark, on: self.page(of: kid) ?? page, to: &tag)
      } else if file.isDictionary(kid), let kind = file.name(file.value("/S", of: kid)) {
        let stated = self.page(of: kid)
        var child = self.tag(of: kid, kind: kind)
        child.page = stated
        if depth < limits.depth {
          addKids(of: kid, to: &child, page: stated ?? page, depth: depth + 1)
        }
        if let actual = file.text(file.value("/ActualText", of: kid)) { child.text = actual }
        if tag.page == nil { tag.page = child.page }
        tag.children.append(child)
      }
    }
  }

  private mutating func addContent(_ mark: Int, on page: Int?, to tag: inout ReadTag) {
    guard let page else { return }
    if tag.page == nil { tag.page = page }
    tag.text += texts?.text(mark, on: page) ?? ""
  }

  /// The page that an element or a piece of content states.
  private func page(of object: StoredObject) -> Int? {
    file.value("/Pg", of: object).flatMap { pages[file.number(of: $0)] }
  }

  /// An element without what stands below it.
  private func tag(of element: StoredObject, kind: String) -> ReadTag {
    var tag = ReadTag(kind: standardKind(kind))
    guard tag.kind == "TH" || tag.kind == "TD" else { return tag }
    let named = file.items(file.value("/C", of: element), limit: 16).compactMap { name in
      file.name(name).flatMap { name in classes.flatMap { file.value("/" + name, of: $0) } }
    }
    let own = file.items(file.value("/A", of: element), limit: 16)
    // What the element states itself counts more than what its classes state.
    for attributes in named.flatMap({ file.items($0, limit: 16) }) + own
    where file.name(file.value("/O", of: attributes)) == "Table" {
      let rows = file.integer(file.value("/RowSpan", of: attributes))
      let columns = file.integer(file.value("/ColSpan", of: attributes))
      tag.rowSpan = max(1, min(rows ?? tag.rowSpan, 100_000))
      tag.columnSpan = max(1, min(columns ?? tag.columnSpan, 100_000))
      tag.scope = file.name(file.value("/Scope", of: attributes)) ?? tag.scope
    }
    return tag
  }

  /// The standard type that a type stands for; `Other` where the file does not say.
  private func standardKind(_ kind: String) -> String {
    var kind = kind
    for _ in 0..<8 {
      if standardTags.contains(kind) { return kind }
      guard let roles, let role = file.name(file.value("/" + kind, of: roles)) else { break }
      kind = role
    }
    return standardTags.contains(kind) ? kind : "Other"
  }
}
