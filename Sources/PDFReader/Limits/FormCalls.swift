/// How much a page shows when all the forms that it calls are counted as often as they are called
/// (ISO 32000-1, 8.10).
///
/// Six forms of sixty bytes that call one another ten times each show a million texts, and so does a
/// stream that a page lists again and again; no size of a stream tells it. Each stream is weighed
/// once, so that the walk stays as short as the file.
struct FormCalls {
  private let file: StoredFile
  private let limit: Int
  /// The weights of streams by the numbers of their objects; 1 for those that are being weighed,
  /// since poppler does not follow a form into itself.
  private var weights: [Int: Int] = [:]

  /// Deeper forms are not followed, here and by poppler.
  private static let depth = 24

  init(_ file: StoredFile, limit: Int) {
    (self.file, self.limit) = (file, limit)
  }

  /// The first page beyond the limit, from 1; nil where none is.
  mutating func excessivePage(among count: Int) -> Int? {
    for (index, page) in file.pages(limit: count).enumerated() {
      let resources = file.value("/Resources", of: page)
      var sum = 0
      for part in file.items(file.value("/Contents", of: page), limit: limit) {
        sum += weight(of: part, resources: resources, depth: 0)
        if sum > limit { return index + 1 }
      }
    }
    return nil
  }

  /// The bytes of text that a stream shows, and one for each call, so that empty forms count too.
  private mutating func weight(
    of stream: StoredObject, resources: StoredObject?, depth: Int
  ) -> Int {
    let number = file.number(of: stream)
    if let known = weights[number] { return known }
    guard depth < Self.depth, let content = file.data(of: stream) else { return 1 }
    weights[number] = 1
    let resources = file.value("/Resources", of: stream) ?? resources
    let forms = resources.flatMap { file.value("/XObject", of: $0) }
    var scanner = ContentScanner(content)
    var (sum, pending) = (1, 0)
    var name: String?
    while sum <= limit, let token = scanner.next() {
      switch token {
      case .text(let bytes): pending += bytes.count
      case .name(let found): name = found
      case .word("Do"):
        let form = forms.flatMap { forms in name.flatMap { file.value("/" + $0, of: forms) } }
        let isForm = form.map { file.name(file.value("/Subtype", of: $0)) == "Form" } ?? false
        if let form, isForm {
          sum += weight(of: form, resources: resources, depth: depth + 1)
        }
      case .word(let word):
        if ["Tj", "TJ", "'", "\""].contains(word) { sum += pending }
        if word == "ID" { scanner.skipImage() }
        pending = 0
      default: break
      }
    }
    weights[number] = min(sum, limit + 1)
    return min(sum, limit + 1)
  }
}
