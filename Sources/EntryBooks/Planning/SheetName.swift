/// Names of sheets as spreadsheet programs allow them.
enum SheetName {
  /// The most UTF-16 units of a name.
  private static let limit = 31
  private static let forbidden = Set(#":\/?*[]!'"#)

  /// A name that none of others has, as near to a text as programs allow.
  static func unique(_ text: String, among taken: inout Set<String>) -> String {
    let allowed = String(text.map { forbidden.contains($0) ? "-" : $0 })
    var name = shortened(allowed, to: limit)
    var number = 2
    while !taken.insert(name.lowercased()).inserted {
      let ending = "-\(number)"
      name = shortened(allowed, to: limit - ending.utf16.count) + ending
      number += 1
    }
    return name
  }

  private static func shortened(_ text: String, to count: Int) -> String {
    var text = text
    while text.utf16.count > count { text.removeLast() }
    return text
  }
}
