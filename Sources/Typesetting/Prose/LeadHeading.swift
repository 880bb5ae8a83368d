internal import Documents
internal import Geometry
internal import Graphics

/// A heading that stands on the first page of a form, above the form's title.
struct LeadHeading {
  /// The block of the document, from 0.
  let block: Int
  let heading: Heading
  let style: HeadingStyle
}

extension TextBlock {
  /// Adds headings in their own line height: a form's page has no grid.
  mutating func add(_ leads: [LeadHeading], area: FormTexts.Span, measure: TextMeasure) throws {
    let setter = ParagraphSetter(measure: measure, width: area.width)
    for lead in leads {
      let style = lead.style.text
      let lines =
        lead.style.isCentred
        ? try setter.centred(lead.heading.text, style: style)
        : try setter.ragged(lead.heading.text, style: style, first: .zero, further: .zero)
      for set in lines {
        let entry = Entry(
          line: set.line, part: .heading(lead.heading.level), x: area.left + set.x, style: style,
          block: lead.block)
        add([entry], style: style)
      }
    }
    // As much air below as parts heading and title, but no line of a grid that is not there.
    if let last = leads.last?.style, last.linesBelow > 0 {
      add([], style: last.text.resized(to: last.text.size / 2))
    }
  }
}
