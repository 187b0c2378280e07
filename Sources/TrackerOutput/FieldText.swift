/// A label with a value beside it that may take several lines.
package enum FieldText {
    package static func lines(_ label: String, _ value: String, labelWidth: Int, _ style: TextStyle) -> String {
        let lines = DisplayText.wrapped(value, to: max(20, style.width - labelWidth - 2))
        return lines.enumerated().map { index, line in
            style.dim(DisplayText.padded(index == 0 ? label : "", to: labelWidth)) + "  " + line + "\n"
        }.joined()
    }
}
