internal import Diagnostics

/// A quotation mark of a comma-separated file that stands where none may.
enum CSVFault: FileFormatFault {
  /// A character behind the mark that ends a field.
  case textAfterQuote(Unicode.Scalar)
  case quoteInside
  case unclosed

  func wording(in family: String) -> FaultWording {
    let mend = "在 Excel 或 WPS 中改好后另存，或手工补全引号"
    return switch self {
    case .textAfterQuote(let scalar):
      FaultWording(
        code: "\(family)013", what: "引号结束之后还有文字“\(scalar)”",
        expected: "引号之后是逗号或行尾；引号中的引号写两遍", mend: mend)
    case .quoteInside:
      FaultWording(
        code: "\(family)014", what: "没有用引号开头的栏里出现了英文引号",
        expected: "整栏用英文引号括起，其中的引号写两遍", mend: mend)
    case .unclosed:
      FaultWording(
        code: "\(family)015", what: "从这里开始的引号到文件末尾没有结束",
        expected: "每个起始引号都有结束引号", mend: mend)
    }
  }
}
