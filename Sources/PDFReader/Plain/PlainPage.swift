internal import Readings

/// A page that was read from its content alone, as poppler would tell it.
struct PlainPage {
  /// In points.
  let width: Double
  let height: Double
  var characters = PageCharacters()
  var strokes = PlainRules()
  /// Whether anything is painted.
  var isPainted = false
}

/// Reads the pages of a file that have nothing but upright text, rules and fields of colour, as most
/// programs write tables: no forms, pictures, clips or patterns (ISO 32000-1, 8 and 9).
///
/// poppler takes ten million instructions for the text of such a page and forty for its drawing, in
/// which rules have to be looked for; this takes less than one. Whatever a page has beyond the plain
/// ends in ``NotPlain``, and poppler reads it.
final class PlainPageReader {
  private let file: StoredFile
  /// By the numbers of their objects.
  private var fonts: [Int: Result<PlainFont, NotPlain>] = [:]

  init(_ file: StoredFile) { self.file = file }

  /// Width and height of a page; refuses one that is turned, cut or scaled.
  private func size(of page: StoredObject) throws(NotPlain) -> (width: Double, height: Double) {
    let box = file.items(file.value("/MediaBox", of: page), limit: 4).compactMap {
      file.decimal($0)
    }
    let cut = file.items(file.value("/CropBox", of: page), limit: 4).compactMap { file.decimal($0) }
    guard box.count == 4, box[0] == 0, box[1] == 0, box[2] > 0, box[3] > 0, box[2] <= 4_000,
      box[3] <= 4_000, cut.isEmpty || cut == box,
      file.value("/Rotate", of: page).map({ file.integer($0) == 0 }) ?? true,
      file.value("/UserUnit", of: page) == nil
    else { throw NotPlain() }
    return (box[2], box[3])
  }

  /// What a page shows.
  func read(_ page: StoredObject) throws(NotPlain) -> PlainPage {
    let size = try size(of: page)
    for note in file.items(file.value("/Annots", of: page), limit: 10_000)
    where file.value("/AP", of: note) != nil {
      throw NotPlain()
    }
    guard let content = file.content(of: page) else { throw NotPlain() }
    let resources = file.value("/Resources", of: page)
    let named = resources.flatMap { file.value("/Font", of: $0) }
    let states = resources.flatMap { file.value("/ExtGState", of: $0) }
    var names: [String: PlainFont] = [:]
    let result = content.withUnsafeBufferPointer { bytes in
      Result { () throws(NotPlain) -> PlainPage in
        var run = PlainContent(bytes, width: size.width, height: size.height)
        try run.read(
          font: { name throws(NotPlain) in
            if let font = names[name] { return font }
            guard let object = named.flatMap({ self.file.value("/" + name, of: $0) }) else {
              throw NotPlain()
            }
            let font = try self.font(object)
            names[name] = font
            return font
          },
          state: { name throws(NotPlain) in
            guard let state = states.flatMap({ self.file.value("/" + name, of: $0) }),
              self.isOpaque(state)
            else { throw NotPlain() }
          })
        return run.page
      }
    }
    return try result.get()
  }

  private func font(_ object: StoredObject) throws(NotPlain) -> PlainFont {
    let number = file.number(of: object)
    if let known = fonts[number], number > 0 { return try known.get() }
    let font = Result { () throws(NotPlain) in try PlainFont(object, of: file) }
    fonts[number] = font
    return try font.get()
  }

  /// Whether a state of graphics leaves everything to be seen as it is painted.
  private func isOpaque(_ state: StoredObject) -> Bool {
    file.keys(state).allSatisfy { key in
      switch key {
      case "/Type": true
      case "/CA", "/ca": file.decimal(file.value(key, of: state)) == 1
      default: false
      }
    }
  }
}
