/// A character in words: `U+202E 从右向左覆盖`; the code alone where it has no name of its own here.
func characterName(_ scalar: Unicode.Scalar) -> String {
  let digits = String(scalar.value, radix: 16, uppercase: true)
  let code = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  return names[scalar.value].map { "\(code) \($0)" } ?? code
}

/// The characters that come into files by copying from other programs, as those call them.
private let names: [UInt32: String] = [
  0x00: "空字符", 0x07: "Word 的单元格标记", 0x08: "退格", 0x0B: "Word 的手动换行", 0x0C: "分页符",
  0x1B: "退出符", 0x1F: "Word 的可选连字符", 0x7F: "删除符", 0x85: "下一行",
  0xA0: "不换行空格", 0xAD: "软连字符", 0x34F: "组合用字形连接符", 0x61C: "阿拉伯字母标记",
  0x115F: "谚文初声填充符", 0x1160: "谚文中声填充符", 0x180E: "蒙古文元音分隔符",
  0x2002: "半字宽空格", 0x2003: "全字宽空格", 0x2007: "数字宽空格", 0x2009: "窄空格",
  0x200A: "极窄空格", 0x200B: "零宽空格", 0x200C: "零宽不连字", 0x200D: "零宽连字",
  0x200E: "从左向右标记", 0x200F: "从右向左标记", 0x2028: "行分隔符", 0x2029: "段分隔符",
  0x202A: "从左向右嵌入", 0x202B: "从右向左嵌入", 0x202C: "方向结束", 0x202D: "从左向右覆盖",
  0x202E: "从右向左覆盖", 0x202F: "窄的不换行空格", 0x205F: "数学空格", 0x2060: "不换行连接符",
  0x2061: "函数应用", 0x2062: "看不见的乘号", 0x2063: "看不见的分隔符", 0x2064: "看不见的加号",
  0x2066: "从左向右隔离", 0x2067: "从右向左隔离", 0x2068: "按首字隔离", 0x2069: "隔离结束",
  0x2800: "空白的盲文", 0x3164: "谚文填充符", 0xFE0E: "文字样式选择符", 0xFE0F: "表情样式选择符",
  0xFEFF: "字节顺序标记", 0xFFA0: "半宽谚文填充符", 0xFFF9: "注音开始", 0xFFFA: "注音分隔",
  0xFFFB: "注音结束", 0xFFFC: "图片占位符", 0xFFFD: "无法识别的字符",
]
