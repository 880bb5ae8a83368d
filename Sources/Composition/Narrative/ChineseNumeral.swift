/// A number as it stands before entries and paragraphs: 一, 二, …, 十一; digits beyond ninety-nine.
func chineseNumeral(_ number: Int) -> String {
  let digits = Array("零一二三四五六七八九").map(String.init)
  guard (1...99).contains(number) else { return String(number) }
  let (tens, ones) = (number / 10, number % 10)
  let head = tens == 0 ? "" : tens == 1 ? "十" : digits[tens] + "十"
  return head + (ones == 0 ? "" : digits[ones])
}
