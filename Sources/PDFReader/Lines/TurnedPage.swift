internal import Readings

extension PageCharacters {
  /// Which way the text of a page runs.
  private enum Direction {
    case down, up, backwards
  }

  /// The lines of a page whose text does not run from left to right, as they read once the page is
  /// turned; nil for an upright page.
  func turned(on page: ReadPage) -> [ReadLine]? {
    guard let direction else { return nil }
    let (width, height) = (page.width, page.height)
    var turned = self
    turned.styles = []
    turned.boxes = boxes.map { box in
      switch direction {
      case .down:
        ReadBox(
          left: box.top, top: width - box.right, right: box.bottom, bottom: width - box.left)
      case .up:
        ReadBox(
          left: height - box.bottom, top: box.left, right: height - box.top, bottom: box.right)
      case .backwards:
        ReadBox(
          left: width - box.right, top: height - box.bottom, right: width - box.left,
          bottom: height - box.top)
      }
    }
    return lines(of: turned.words())
  }

  /// Which way most characters follow one another; nil for from left to right, and for too few.
  private var direction: Direction? {
    var (forward, backward, down, up) = (0, 0, 0, 0)
    var last: ReadBox?
    for (scalar, box) in zip(text.unicodeScalars, boxes) {
      // Only characters of one word tell: the next word may stand anywhere.
      guard scalar.value > 0x20, scalar.value != 0x3000 else {
        last = nil
        continue
      }
      defer { last = box }
      guard let last else { continue }
      let size = max(last.width, last.height, box.width, box.height)
      let (x, y) = (box.middleX - last.middleX, box.middleY - last.middleY)
      if abs(y) <= 0.2 * size, abs(x) <= 1.5 * size {
        if x > 0 { forward += 1 } else if x < 0 { backward += 1 }
      } else if abs(x) <= 0.2 * size, abs(y) <= 1.5 * size {
        if y > 0 { down += 1 } else { up += 1 }
      }
    }
    let most = max(backward, down, up)
    guard most >= 8, most > forward else { return nil }
    return most == down ? .down : most == up ? .up : .backwards
  }
}
