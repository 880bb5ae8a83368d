internal import Diagnostics

/// A text without the characters that show nothing and do nothing; nil where it has one that cannot be
/// printed as it is typed.
///
/// The same rule as for files of ``CharacterRule/printed``, for texts that come from elsewhere.
public func printable(_ text: String) -> String? {
  let check = CharacterCheck(text, file: "", family: "")
  return check.findings.contains { $0.severity == .error } ? nil : check.text
}
