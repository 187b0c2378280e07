/// What a cell under "STT" can be: the number of a section (Roman or a capital letter) or of a row (Arabic).
enum RowOrdinal {
    /// The number without the full stop or bracket behind it: "1." and "1)" are written for 1.
    static func plain(_ cell: Substring) -> Substring {
        var number = cell
        while let last = number.utf8.last, last == UInt8(ascii: ".") || last == UInt8(ascii: ")") {
            number = number[..<number.utf8.index(before: number.endIndex)]
        }
        return number.trimmed
    }

    /// Whether the number is one that sections have: "IV", or "A" in tables with lettered parts.
    static func isOfSection(_ number: Substring) -> Bool {
        let bytes = number.utf8
        if bytes.count == 1, let letter = bytes.first {
            return (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(letter)
        }
        return (1...8).contains(bytes.count) && bytes.allSatisfy(romanDigits.contains)
    }

    /// Whether a cell can be the first one of a row: "III", "4", "4.", "4.2", "12a"; four digits are a year.
    static func canBegin(_ cell: Substring) -> Bool {
        let number = plain(cell.trimmed)
        if isOfSection(number) { return true }
        guard number.utf8.count <= 8, let first = number.utf8.first, isDigit(first) else { return false }
        var digits = 0
        for byte in number.utf8 {
            if isDigit(byte) {
                digits += 1
            } else if byte == UInt8(ascii: ".") {
                digits = 0
            } else if !(UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) {
                return false
            }
            if digits > 3 { return false }
        }
        return true
    }

    private static let romanDigits = Array("IVXLCDM".utf8)

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}
