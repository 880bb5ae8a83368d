/// The words by which texts are judged; a layout set states them.
public struct TextRules: Hashable, Sendable {
  /// What stands where something was to be filled in, like XX and 待补.
  ///
  /// A sign at a word's end counts as often as it is repeated. A word of Chinese characters counts only
  /// where no Chinese character follows: 待定, but not 待定岗人员.
  public var placeholders: WordList = []
  /// Words in which a placeholder stands that is none: 有待补充, 等待.
  public var placeholderExceptions: WordList = []
  /// Words with which no text ends: 和, 由于, 以及.
  public var openEnds: WordList = []
  /// From how many characters on a paragraph must end with a full stop.
  public var paragraphLength = 10
  /// Short words that never stand twice in a row: 的, 支出.
  public var neverDoubled: WordList = []
  /// What may be said twice in a row all the same.
  public var repetitions: WordList = []
  /// Traditional characters that are no standard ones.
  public var traditional = ScalarSet([])
  /// What stands before the number of an identity card: 身份证.
  public var identityWords: WordList = []
  /// What stands before the number of a bank account or card: 账号, 卡号.
  public var accountWords: WordList = []
  /// What stands before a telephone number without its area code: 电话.
  public var telephoneWords: WordList = []
  /// What says that a year belongs to a plan or a regulation: 规划, 条例, 远景.
  public var planWords: WordList = []
  /// What says that a year is compared with, or that something comes from it: 较, 结转.
  public var pastWords: WordList = []
  /// What counts things: 户, 人, 台; a bare number before it is no year.
  public var countedThings: WordList = []
  /// What says that an amount is a rate: 每, 标准.
  public var rateWords: WordList = []
  /// Predicates that say more: 增加, 提高.
  public var upWords: WordList = []
  /// Predicates that say less: 减少, 压缩.
  public var downWords: WordList = []
  /// What may stand between a predicate and its clause's end: 了, 较多, 所致.
  public var directionTails: WordList = []
  /// What turns a predicate into none: 没有, 未.
  public var negations: WordList = []
  /// Words for budget units: 预算单位, 单位.
  public var unitNouns: WordList = []
  /// Longer words that begin like one of them and mean something else: 单位工程.
  public var otherNouns: WordList = []
  /// What units are counted with: 个, 家, 所.
  public var unitCounters: WordList = []
  /// What may stand between counter and noun, or noun and number: 独立核算的, 共, 有.
  public var unitModifiers: WordList = []
  /// What is added to a department's name for its own office: （本级）.
  public var ownOffice: WordList = []
  /// Family names.
  public var surnames: WordList = []
  /// What stands behind a person's name: 同志, 等人.
  public var personMarks: WordList = []
  /// What looks like a person's name before such a mark and is none: 高层次.
  public var noPersons: WordList = []
  /// What stands before the score of a whole evaluation: 自评得分.
  public var scoreWords: WordList = []
  /// What says that a score is of a part, or of another year: 指标, 上年.
  public var partScoreWords: WordList = []
  /// What points are counted in: it stands behind a score.
  public var pointWords: WordList = []
  /// Longer words that begin like one of them and mean something else: those of minutes and fractions.
  public var noPoints: WordList = []
  /// What stands before a grade: 等级.
  public var gradeWords: WordList = []

  /// Rules that know no words.
  public init() {}
}
