/// The names by which the format tells its elements from others (ISO/IEC 29500-1, annex A), in its
/// usual dialect and in the strict one.
enum Namespaces {
  /// Of workbooks and sheets.
  static let main = [
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
  ]
  /// Of ids of relationships.
  static let links = [
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
  ]
  /// Of lists of relationships, in both dialects.
  static let packageLinks = "http://schemas.openxmlformats.org/package/2006/relationships"
}
