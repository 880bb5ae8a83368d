/// The words by which the texts of a dossier are judged.
public struct TextWords: Sendable {
  /// The lists of words; what each is for stands with the rules that use it.
  public enum List: String, CaseIterable, Sendable {
    case placeholders, placeholderExceptions, openEnds, neverDoubled, repetitions
    case identityWords, accountWords, telephoneWords
    case planWords, pastWords, countedThings, rateWords
    case upWords, downWords, directionTails, negations
    case unitNouns, otherNouns, unitCounters, unitModifiers, ownOffice
    case surnames, personMarks, noPersons
    case scoreWords, partScoreWords, pointWords, noPoints, gradeWords
  }

  /// The words by their list, in the order of the file.
  public internal(set) var lists: [List: [String]] = [:]
  /// The text of a file that lists traditional characters; empty where none is named.
  public internal(set) var traditional = ""

  /// The words of a list; none where it is not stated.
  public subscript(list: List) -> [String] { lists[list] ?? [] }
}
