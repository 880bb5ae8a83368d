internal import CPoppler
internal import Readings

/// Links, outline and their targets.
extension PopplerFile {
  /// The links of a page by their places from the top.
  ///
  /// - Parameter tops: the upper edges of all pages, from ``PopplerPageHandle/top``.
  func links(of page: borrowing PopplerPageHandle, tops: [Double]) -> [ReadLink] {
    let list = poppler_page_get_link_mapping(page.page)
    defer { poppler_page_free_link_mapping(list) }
    let height = page.size.height
    return elements(list, of: PopplerLinkMapping.self).compactMap { link in
      guard let action = link.pointee.action, let target = target(of: action, tops: tops) else {
        return nil
      }
      let area = link.pointee.area
      return ReadLink(
        area: ReadBox(
          left: min(area.x1, area.x2).inThousandths,
          top: (height - max(area.y1, area.y2)).inThousandths,
          right: max(area.x1, area.x2).inThousandths,
          bottom: (height - min(area.y1, area.y2)).inThousandths),
        target: target)
    }.sorted { ($0.area.top, $0.area.left) < ($1.area.top, $1.area.left) }
  }

  /// The entries of the outline in reading order.
  ///
  /// - Parameters:
  ///   - tops: the upper edges of all pages.
  ///   - limits: how many entries, and how deep.
  func outline(tops: [Double], limits: PDFLimits) -> [ReadOutlineEntry] {
    var entries: [ReadOutlineEntry] = []
    guard let root = poppler_index_iter_new(document) else { return [] }
    collectOutline(root, level: 1, tops: tops, limits: limits, into: &entries)
    return entries
  }

  /// Takes over an iterator and adds its entries with all below them.
  private func collectOutline(
    _ iterator: OpaquePointer, level: Int, tops: [Double], limits: PDFLimits,
    into entries: inout [ReadOutlineEntry]
  ) {
    defer { poppler_index_iter_free(iterator) }
    repeat {
      guard entries.count < limits.outlineEntries else { return }
      if let action = poppler_index_iter_get_action(iterator) {
        defer { poppler_action_free(action) }
        let title = action.pointee.any.title.map { String(cString: $0) } ?? ""
        entries.append(
          ReadOutlineEntry(title: title, level: level, target: target(of: action, tops: tops)))
      }
      if level < limits.depth, let child = poppler_index_iter_get_child(iterator) {
        collectOutline(child, level: level + 1, tops: tops, limits: limits, into: &entries)
      }
    } while poppler_index_iter_next(iterator) != 0
  }

  /// Where an action leads; nil where it does nothing.
  private func target(
    of action: UnsafeMutablePointer<PopplerAction>, tops: [Double]
  ) -> ReadTarget? {
    switch action.pointee.type {
    case POPPLER_ACTION_NONE: return nil
    case POPPLER_ACTION_GOTO_DEST:
      guard let destination = action.pointee.goto_dest.dest else { return nil }
      return target(of: destination, tops: tops)
    case POPPLER_ACTION_URI:
      return .address(action.pointee.uri.uri.map { String(cString: $0) } ?? "")
    case POPPLER_ACTION_GOTO_REMOTE: return .other("GoToR")
    case POPPLER_ACTION_LAUNCH: return .other("Launch")
    case POPPLER_ACTION_NAMED:
      return .other(action.pointee.named.named_dest.map { String(cString: $0) } ?? "Named")
    case POPPLER_ACTION_JAVASCRIPT: return .other("JavaScript")
    default: return .other("Unknown")
    }
  }

  /// The place of a destination; names are looked up.
  private func target(
    of destination: UnsafeMutablePointer<PopplerDest>, tops: [Double]
  ) -> ReadTarget {
    guard destination.pointee.type == POPPLER_DEST_NAMED else {
      return place(of: destination.pointee, tops: tops)
    }
    guard let name = destination.pointee.named_dest else { return .other("Named") }
    guard let found = poppler_document_find_dest(document, name) else {
      return .other(String(cString: name))
    }
    defer { poppler_dest_free(found) }
    return place(of: found.pointee, tops: tops)
  }

  private func place(of destination: PopplerDest, tops: [Double]) -> ReadTarget {
    let number = Int(destination.page_num)
    let hasHeight =
      switch destination.type {
      case POPPLER_DEST_XYZ: destination.change_top != 0
      case POPPLER_DEST_FITH, POPPLER_DEST_FITBH, POPPLER_DEST_FITR: true
      default: false
      }
    guard hasHeight, number > 0, number <= tops.count else { return .page(number, top: nil) }
    return .page(number, top: (tops[number - 1] - destination.top).inThousandths)
  }
}
