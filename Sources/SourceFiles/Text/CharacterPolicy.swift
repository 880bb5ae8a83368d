/// Which characters a file may have.
public enum CharacterRule: Sendable {
  /// Any: its text is compared or searched, not printed.
  case any
  /// Those that can be printed as they are typed; others are left out or refused, and told.
  case printed
}

/// What becomes of a character that stands in a text which will be printed.
///
/// One policy for every field of every file of a dossier and of a layout set: what is printed is what
/// its writer sees. A character that shows nothing and does nothing in Chinese text is left out, and
/// told; one that would change what is seen, or show something else elsewhere, is refused.
enum CharacterTreatment: Hashable {
  /// It is taken as it is; whether a font has it is asked when it is set.
  case kept
  /// A space like any other, and looks like it.
  case space
  /// A space of another width; printed as a space, and told.
  case oddSpace
  /// Invisible and without effect: left out, and told.
  case left
  case refused(RefusedCharacter)
}

/// Why a character is refused.
enum RefusedCharacter: Hashable {
  /// C0 and C1 controls, and what separates lines and paragraphs in other programs.
  case control
  /// It turns the order of what stands behind it.
  case direction
  /// A letter or sign of a script that runs from right to left.
  case rightToLeft
  /// It prints nothing, but takes room, joins others or carries hidden text.
  case invisible
  /// It asks for another shape of the character before it.
  case variant
  /// A mark that has no character to stand on.
  case loneMark
  /// Every font has signs of its own there.
  case privateUse
  /// Unicode has no character there, now or ever.
  case unassigned
  /// It stands for a picture, or for what a program could not read.
  case placeholder
}

/// The treatment of every character of Unicode.
enum CharacterPolicy {
  /// What becomes of a character.
  ///
  /// - Parameter before: the one before it that is kept; nil at a text's start.
  static func treatment(
    of scalar: Unicode.Scalar, after before: Unicode.Scalar? = nil
  ) -> CharacterTreatment {
    if isCommon(scalar.value) { return .kept }
    if isVariationSelector(scalar) {
      // Emoji and digits have two shapes, of which the fonts have one.
      let hasNoEffect = scalar.value == 0xFE0E || scalar.value == 0xFE0F
      return hasNoEffect ? .left : .refused(.variant)
    }
    if harmless.contains(scalar.value) { return .left }
    if isRightToLeft(scalar) { return .refused(.rightToLeft) }
    return byCategory(scalar, after: before)
  }

  /// Whether a character is among those that most of a text is made of, all of which are kept; asking for
  /// properties takes far longer than this.
  static func isCommon(_ value: UInt32) -> Bool {
    switch value {
    case 0x0A, 0x20...0x7E, 0x4E00...0x9FA5: true
    // 、。〈 to 】 and the full-width signs, “ and ”.
    case 0x3001...0x3011, 0xFF01...0xFF5E, 0x201C...0x201D: true
    default: false
    }
  }

  private static func byCategory(
    _ scalar: Unicode.Scalar, after before: Unicode.Scalar?
  ) -> CharacterTreatment {
    let properties = scalar.properties
    switch properties.generalCategory {
    case .control: return "\t\n\r".unicodeScalars.contains(scalar) ? .kept : .refused(.control)
    case .lineSeparator, .paragraphSeparator: return .refused(.control)
    case .format:
      return .refused(properties.isBidiControl ? .direction : .invisible)
    case .privateUse: return .refused(.privateUse)
    case .surrogate: return .refused(.unassigned)
    case .unassigned:
      // Han characters are added yearly; the fonts may know more of them than this program.
      let mayBeHan =
        (0x20000...0x3FFFD).contains(scalar.value) && !properties.isNoncharacterCodePoint
      return mayBeHan ? .kept : .refused(.unassigned)
    case .spaceSeparator: return spaces(scalar)
    case .nonspacingMark, .spacingMark, .enclosingMark:
      if properties.isDefaultIgnorableCodePoint { return .refused(.invisible) }
      return before.map(carriesMarks) == true ? .kept : .refused(.loneMark)
    default:
      if scalar.value == 0xFFFC || scalar.value == 0xFFFD { return .refused(.placeholder) }
      let isUnseen = properties.isDefaultIgnorableCodePoint || scalar.value == 0x2800
      return isUnseen ? .refused(.invisible) : .kept
    }
  }

  private static func spaces(_ scalar: Unicode.Scalar) -> CharacterTreatment {
    switch scalar.value {
    case 0x20, 0x3000: .kept
    case 0xA0: .space
    // A stroke is drawn for it; no font of ours has it.
    case 0x1680: .kept
    default: .oddSpace
    }
  }

  /// Invisible and without effect in a line of Chinese: soft hyphen, joiners, zero-width spaces, the
  /// mark that says what is so anyway (left to right).
  private static let harmless: Set<UInt32> = [
    0xAD, 0x34F, 0x200B, 0x200C, 0x200D, 0x200E, 0x2060, 0xFEFF,
  ]

  private static func isVariationSelector(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x180B...0x180D, 0x180F, 0xFE00...0xFE0F, 0xE0100...0xE01EF: true
    default: false
    }
  }

  /// The blocks whose characters have the bidirectional classes R, AL and AN, or get them when they
  /// are assigned. https://www.unicode.org/Public/UCD/latest/ucd/extracted/DerivedBidiClass.txt
  private static func isRightToLeft(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    // Marks of direction and what has no character are told as such.
    case 0x61C, 0xFDD0...0xFDEF, 0xFEFF: false
    case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFE, 0x10800...0x10FFF, 0x1E800...0x1EFFF:
      true
    default: false
    }
  }

  /// Whether marks may stand on a character: on nothing that files are built of, nor on blanks.
  private static func carriesMarks(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) }
    return !scalar.properties.isWhitespace
  }
}
