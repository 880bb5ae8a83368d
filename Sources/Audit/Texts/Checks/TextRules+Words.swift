public import Layouts

extension TextRules {
  /// The rules that go by the words of a set.
  public init(_ words: TextWords) {
    self.init()
    func list(_ name: TextWords.List) -> WordList { WordList(words[name]) }
    placeholders = list(.placeholders)
    placeholderExceptions = list(.placeholderExceptions)
    openEnds = list(.openEnds)
    neverDoubled = list(.neverDoubled)
    repetitions = list(.repetitions)
    traditional = ScalarSet(listing: words.traditional)
    identityWords = list(.identityWords)
    accountWords = list(.accountWords)
    telephoneWords = list(.telephoneWords)
    planWords = list(.planWords)
    pastWords = list(.pastWords)
    countedThings = list(.countedThings)
    rateWords = list(.rateWords)
    upWords = list(.upWords)
    downWords = list(.downWords)
    directionTails = list(.directionTails)
    negations = list(.negations)
    unitNouns = list(.unitNouns)
    otherNouns = list(.otherNouns)
    unitCounters = list(.unitCounters)
    unitModifiers = list(.unitModifiers)
    ownOffice = list(.ownOffice)
    surnames = list(.surnames)
    personMarks = list(.personMarks)
    noPersons = list(.noPersons)
    scoreWords = list(.scoreWords)
    partScoreWords = list(.partScoreWords)
    pointWords = list(.pointWords)
    noPoints = list(.noPoints)
    gradeWords = list(.gradeWords)
  }
}
