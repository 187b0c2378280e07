/// Records of comma-separated text (RFC 4180), read independently of the program's own reader.
func csvRecords(_ text: String) -> [[String]] {
    var records: [[String]] = []
    var record: [String] = []
    var field = ""
    var isQuoted = false
    var scalars = Array(text.unicodeScalars)[...]
    while let scalar = scalars.popFirst() {
        switch (scalar, isQuoted) {
        case ("\"", true) where scalars.first == "\"":
            scalars.removeFirst()
            field.append("\"")
        case ("\"", _): isQuoted.toggle()
        case (",", false):
            record.append(field)
            field = ""
        case ("\r", false): break
        case ("\n", false):
            records.append(record + [field])
            (record, field) = ([], "")
        default: field.unicodeScalars.append(scalar)
        }
    }
    return field.isEmpty && record.isEmpty ? records : records + [record + [field]]
}
