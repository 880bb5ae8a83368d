/// Characters of Chinese that some programs write into a PDF in the place of others that look alike:
/// the radicals of a dictionary.
///
/// They are told and looked through where it is asked what a page may be; figures are never taken by
/// them.
public enum RadicalSpelling {
  /// The 214 radicals of Unicode's block 2F00–2FD5, in its order, as the characters that people type.
  private static let characters = Array(
    ("一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干"
      + "幺广廴廾弋弓彐彡彳心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田"
      + "疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝"
      + "赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽"
      + "鼎鼓鼠鼻齊齒龍龜龠").unicodeScalars)

  /// The text with typed characters in the place of radicals; nil where it has none.
  public static func typed(_ text: String) -> String? {
    guard text.unicodeScalars.contains(where: { 0x2F00..<0x2FD6 ~= $0.value }) else { return nil }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let index = Int(scalar.value) - 0x2F00
      result.append(characters.indices.contains(index) ? characters[index] : scalar)
    }
    return String(result)
  }
}
