internal import TrackerDomain

/// A letter as one HTML document that needs nothing else: readable on a telephone, in the light and in the dark, and in mail
/// programs that know no more than blocks and borders.
struct LetterHTML {
    let content: LetterContent

    var html: String {
        """
        <!DOCTYPE html>
        <html lang="\(content.language.rawValue)">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>\(Self.escaped(content.subject))</title>
        <style>
        \(Self.style)
        </style>
        </head>
        <body>
        <p class="to">\(content.language(vi: "Kính gửi:", en: "To:")) <strong>\(Self.escaped(content.address))</strong></p>
        <p class="matter">\(Self.escaped(content.matter))</p>
        <p>\(Self.escaped(content.opening))</p>
        \(content.sections.enumerated().map { section($0.element, number: $0.offset + 1) }.joined(separator: "\n"))
        <p>\(Self.escaped(content.update.words))</p>
        <pre>\(content.update.commands.map(Self.escaped).joined(separator: "\n"))</pre>
        <p>\(Self.escaped(content.farewell))</p>
        <p class="remark">\(Self.escaped(content.remark))</p>
        </body>
        </html>

        """
    }

    private func section(_ section: LetterContent.Section, number: Int) -> String {
        let entries = section.entries.map { entry in
            """
            <li class="\(section.urgency.rawValue)">
            <div class="title">\(Self.escaped(entry.title))</div>
            <div class="status">\(Self.escaped(entry.status))</div>
            \(entry.facts.map(Self.fact).joined(separator: "\n"))
            </li>
            """
        }
        return """
            <h2>\(LetterText.roman(number)). \(Self.escaped(section.heading))</h2>
            <p>\(Self.escaped(section.request))</p>
            <ol>
            \(entries.joined(separator: "\n"))
            </ol>
            \(section.rest.map { "<p>\(Self.escaped($0))</p>" } ?? "")
            """
    }

    private static func fact(_ fact: (label: String, value: String)) -> String {
        "<div><span class=\"label\">\(escaped(fact.label)):</span> \(escaped(fact.value))</div>"
    }

    /// Text in which nothing is markup any more; control characters, which HTML has no place for, are left out.
    static func escaped(_ text: String) -> String {
        var output = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": output += "&amp;"
            case "<": output += "&lt;"
            case ">": output += "&gt;"
            case "\"": output += "&quot;"
            case "'": output += "&#39;"
            case "\n", "\t": output.unicodeScalars.append(scalar)
            case _ where scalar.properties.generalCategory == .control: break
            default: output.unicodeScalars.append(scalar)
            }
        }
        return output
    }

    private static let style = """
        body { margin: 0 auto; padding: 16px; max-width: 42em; font: 16px/1.5 "Segoe UI", Roboto, "Noto Sans", Arial, sans-serif;
          color: #1b1b1b; background: #ffffff; overflow-wrap: break-word; }
        .matter { font-style: italic; margin-top: 0; }
        .to { margin-bottom: 0; }
        h2 { font-size: 18px; line-height: 1.3; margin: 28px 0 4px; }
        ol { padding: 0; margin: 0; list-style-position: inside; list-style-type: none; }
        li { margin: 12px 0; padding: 10px 12px; border: 1px solid #d0d0d0; border-left: 5px solid #5f6b7a; border-radius: 4px; }
        li.late { border-left-color: #b3261e; }
        li.soon { border-left-color: #b26a00; }
        .title { font-weight: 600; }
        .status { color: #3d4754; font-weight: 600; }
        .late .status { color: #b3261e; }
        .soon .status { color: #8a5200; }
        .label, .remark { color: #55606d; }
        .remark { font-size: 14px; }
        pre { padding: 10px 12px; background: #f2f4f7; border-radius: 4px; font-size: 13px; white-space: pre-wrap; }
        @media (prefers-color-scheme: dark) {
          body { color: #e6e6e6; background: #17191c; }
          li { border-color: #3a3f46; border-left-color: #8c97a5; }
          li.late { border-left-color: #ff8a80; }
          li.soon { border-left-color: #ffb74d; }
          .status { color: #c3ccd6; }
          .late .status { color: #ff8a80; }
          .soon .status { color: #ffb74d; }
          .label, .remark { color: #a5b0bc; }
          pre { background: #24282d; }
        }
        """
}
