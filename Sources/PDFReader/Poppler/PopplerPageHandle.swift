internal import CPoppler
internal import Readings

/// An open page; of use only while its file is open.
struct PopplerPageHandle: ~Copyable {
  let page: OpaquePointer

  /// Takes over a page.
  init(_ page: OpaquePointer) { self.page = page }

  deinit { g_object_unref(UnsafeMutableRawPointer(page)) }

  /// Width and height in points, as the page is shown.
  var size: (width: Double, height: Double) {
    var (width, height) = (0.0, 0.0)
    poppler_page_get_size(page, &width, &height)
    return (width, height)
  }

  /// What a viewer calls the page.
  var label: String { text(poppler_page_get_label(page)) ?? "" }

  /// The upper edge of what is shown, in the page's own coordinates, which count upwards.
  var top: Double {
    var box = PopplerRectangle()
    poppler_page_get_crop_box(page, &box)
    return box.y2
  }

  /// The characters in poppler's order with their boxes and, where asked for, their fonts.
  func characters(withFonts: Bool) -> PageCharacters {
    var characters = PageCharacters()
    guard let owned = poppler_page_get_text(page) else { return characters }
    defer { g_free(owned) }
    characters.text = String(cString: owned)
    var rectangles: UnsafeMutablePointer<PopplerRectangle>?
    var count: guint = 0
    guard poppler_page_get_text_layout(page, &rectangles, &count) != 0 else { return characters }
    defer { g_free(rectangles) }
    characters.boxes = UnsafeBufferPointer(start: rectangles, count: Int(count)).map(box)
    if withFonts { characters.styles = styles() }
    return characters
  }

  /// The stretches of one font and size.
  private func styles() -> [PageCharacters.Style] {
    let list = poppler_page_get_text_attributes(page)
    defer { poppler_page_free_text_attributes(list) }
    var styles: [PageCharacters.Style] = []
    for item in elements(list, of: PopplerTextAttributes.self) {
      let name = fontName(item.pointee.font_name)
      let (start, end) = (Int(item.pointee.start_index), Int(item.pointee.end_index))
      guard start >= 0, start <= end else { continue }
      styles.append(
        PageCharacters.Style(
          range: start..<end + 1, font: name.withoutSubsetMark,
          size: item.pointee.font_size.inThousandths))
    }
    return styles
  }
}

/// The items of a GLib list that point to values of a type; the list keeps owning them.
func elements<Element>(
  _ list: UnsafeMutablePointer<GList>?, of type: Element.Type
) -> [UnsafeMutablePointer<Element>] {
  var elements: [UnsafeMutablePointer<Element>] = []
  var next = list
  while let item = next {
    if let data = item.pointee.data {
      elements.append(data.assumingMemoryBound(to: Element.self))
    }
    next = item.pointee.next
  }
  return elements
}

/// A rectangle of the text, which counts downwards already.
private func box(_ rectangle: PopplerRectangle) -> ReadBox {
  ReadBox(
    left: min(rectangle.x1, rectangle.x2).inThousandths,
    top: min(rectangle.y1, rectangle.y2).inThousandths,
    right: max(rectangle.x1, rectangle.x2).inThousandths,
    bottom: max(rectangle.y1, rectangle.y2).inThousandths)
}

extension Double {
  /// Rounded to thousandths of a point, which no eye and no printer tells apart; 0 for what is no
  /// number.
  var inThousandths: Double { isFinite ? (self * 1000).rounded() / 1000 : 0 }
}
