internal import CPoppler

/// The tagged structure.
extension PopplerFile {
  /// Whether there is any.
  var isTagged: Bool {
    guard let iterator = poppler_structure_element_iter_new(document) else { return false }
    poppler_structure_element_iter_free(iterator)
    return true
  }

  /// The elements at the top with all below them.
  ///
  /// - Parameters:
  ///   - withTexts: also their texts. poppler draws the whole page anew for each piece of text, so
  ///     this takes many times longer than all the rest.
  ///   - limits: how many elements, and how deep.
  func tags(withTexts: Bool, limits: PDFLimits) -> [ReadTag] {
    guard let iterator = poppler_structure_element_iter_new(document) else { return [] }
    var collector = TagCollector(withTexts: withTexts, limits: limits)
    var top = ReadTag(kind: "")
    collector.collect(iterator, into: &top, depth: 1)
    return top.children
  }
}

/// One walk through a structure.
private struct TagCollector {
  let withTexts: Bool
  let limits: PDFLimits
  private var count = 0

  init(withTexts: Bool, limits: PDFLimits) {
    self.withTexts = withTexts
    self.limits = limits
  }

  /// Takes over an iterator and adds its elements, with all below them, to their parent.
  mutating func collect(_ iterator: OpaquePointer, into parent: inout ReadTag, depth: Int) {
    defer { poppler_structure_element_iter_free(iterator) }
    repeat {
      guard count < limits.tags else { return }
      count += 1
      guard let element = poppler_structure_element_iter_get_element(iterator) else { continue }
      defer { g_object_unref(UnsafeMutableRawPointer(element)) }
      if poppler_structure_element_is_content(element) != 0 {
        addContent(of: element, to: &parent)
        continue
      }
      var tag = self.tag(of: element)
      if depth < limits.depth, let child = poppler_structure_element_iter_get_child(iterator) {
        collect(child, into: &tag, depth: depth + 1)
      }
      if parent.page == nil { parent.page = tag.page }
      parent.children.append(tag)
    } while poppler_structure_element_iter_next(iterator) != 0
  }

  /// Adds the page and the text of a piece of content to the element that it belongs to.
  private func addContent(of element: OpaquePointer, to parent: inout ReadTag) {
    let page = Int(poppler_structure_element_get_page(element)) + 1
    if parent.page == nil, page > 0 { parent.page = page }
    guard withTexts else { return }
    parent.text +=
      text(poppler_structure_element_get_text(element, POPPLER_STRUCTURE_GET_TEXT_NONE)) ?? ""
  }

  private func tag(of element: OpaquePointer) -> ReadTag {
    var tag = ReadTag(kind: structureName(poppler_structure_element_get_kind(element)))
    let page = Int(poppler_structure_element_get_page(element)) + 1
    if page > 0 { tag.page = page }
    return tag
  }
}
