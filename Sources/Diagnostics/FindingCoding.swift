extension Finding: Encodable {
  private enum Key: String, CodingKey {
    case code, severity, cause, place, what, expected, mend, paste, related
  }

  /// Writes the finding for programs, with its places as values; docs/report.md shows the keys.
  public func encode(to encoder: any Encoder) throws {
    var object = encoder.container(keyedBy: Key.self)
    try object.encode(code, forKey: .code)
    try object.encode(severity.rawValue, forKey: .severity)
    try object.encode(cause.rawValue, forKey: .cause)
    try object.encodeIfPresent(place, forKey: .place)
    try object.encode(what, forKey: .what)
    try object.encode(expected, forKey: .expected)
    try object.encode(mend, forKey: .mend)
    if !paste.isEmpty { try object.encode(paste, forKey: .paste) }
    if !related.isEmpty { try object.encode(related.map { Place.source($0) }, forKey: .related) }
  }
}
