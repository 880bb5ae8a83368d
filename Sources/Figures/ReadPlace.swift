/// Where something stands in a file that was read.
public enum ReadPlace: Codable, Hashable, Sendable {
  /// A cell of a workbook: `公开05表`, `D13`.
  case cell(sheet: String, reference: String)
  /// A page of a paged file, from 1.
  case page(Int)
  /// A line of a text file, from 1.
  case line(Int)
}

extension ReadPlace: CustomStringConvertible {
  /// As reports cite it: `公开05表!D13`, `page 14`, `line 7`.
  public var description: String {
    switch self {
    case .cell(let sheet, let reference): "\(sheet)!\(reference)"
    case .page(let number): "page \(number)"
    case .line(let number): "line \(number)"
    }
  }
}
