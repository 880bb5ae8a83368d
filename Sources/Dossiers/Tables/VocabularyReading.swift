internal import Diagnostics
internal import Layouts
internal import SourceFiles

extension Vocabulary {
  /// The word of a list that a text stands for; reports a text that stands for none, or for several.
  func read(
    _ text: String, of list: List, among words: [String], at place: SourcePlace, log: FindingLog
  ) -> String? {
    let key = folded(text)
    if let word = words.first(where: { folded($0) == key }) ?? word(text, in: list) {
      return word
    }
    if let unclear = unclearWord(text, in: list) {
      log.report(MeaningFault.unclearWord(text, heading: list.rawValue, unclear), at: place)
    } else {
      let fault = ValueFault.unknownWord(
        text, heading: list.rawValue, words: words, others: otherWords(of: list))
      log.report(fault, at: place)
    }
    return nil
  }
}
