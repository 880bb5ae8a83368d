internal import Typesetting

/// How many pages stand before the numbered ones.
public struct FrontPages: Hashable, Sendable {
  /// The pages of the cover.
  public let cover: Int
  /// The pages of the table of contents.
  public let contents: Int

  /// Those among the pages of a document.
  init(_ pages: [Page]) {
    let front = pages.filter { $0.number == nil }
    contents = front.count { page in
      page.texts.contains { text in
        switch text.part {
        case .contentsTitle, .contentsEntry: true
        default: false
        }
      }
    }
    cover = front.count - contents
  }
}
