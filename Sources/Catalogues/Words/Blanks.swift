/// Whether a character shows nothing: blanks of every width, and what ends lines and pages.
func isBlank(_ character: Character) -> Bool {
  character.isWhitespace || character == "\u{200B}" || character == "\u{FEFF}"
}

/// Whether a text has nothing to be seen.
func isBlank(_ text: String) -> Bool { text.allSatisfy { isBlank($0) } }

/// A text without blanks at its ends.
func trimmed(_ text: some StringProtocol) -> String {
  let rest = text.drop { isBlank($0) }
  guard let end = rest.lastIndex(where: { !isBlank($0) }) else { return "" }
  return String(rest[...end])
}
