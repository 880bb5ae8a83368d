internal import Diagnostics

/// A fault of a dossier as a reader found it: facts, no sentences.
///
/// Each group of faults is an enumeration of its own; the sentences stand beside it and nowhere else.
protocol DossierFault {
  /// How the fault is told to the clerk.
  var wording: FaultWording { get }
}

/// The sentences of a fault, with the steady code under which it is explained.
struct FaultWording {
  let code: String
  var severity = Severity.error
  let what: String
  let expected: String
  let mend: String
}

extension DossierFault {
  /// The fault as a finding at a place.
  func finding(at place: SourcePlace, related: [SourcePlace] = []) -> Finding {
    let wording = wording
    return Finding(
      wording.code, wording.severity, at: place, what: wording.what, expected: wording.expected,
      mend: wording.mend, related: related)
  }
}

/// A text of the dossier between quotation marks, cut off where it is long: a quotation mark that is
/// never closed makes a field of half the file.
func quoted(_ text: String) -> String {
  let limit = 30
  let shown = text.count > limit ? text.prefix(limit) + "……" : Substring(text)
  return "“\(shown)”"
}

/// Words of a closed vocabulary, for “expected”.
func oneOf(_ words: [String]) -> String {
  words.count == 1 ? words[0] : "下列之一：" + words.joined(separator: "、")
}

/// The mend for a word that is not known: the nearest known one, if any is near.
func correction(of word: String, among words: [String], otherwise: String) -> String {
  nearest(to: word, among: words).map { "您是否想写“\($0)”？" } ?? otherwise
}
