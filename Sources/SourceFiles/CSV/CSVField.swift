/// A field as RFC 4180 writes it: in quotation marks where it has a comma, a quotation mark or a line
/// break.
public func csvField(_ text: String) -> String {
  text.contains { ",\"\n\r".contains($0) || $0 == "\r\n" }
    ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
}
