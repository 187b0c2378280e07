internal import Foundation
internal import TrackerDomain

/// Values of header fields, folded where they are long.
enum MailHeader {
    /// "=?UTF-8?B?…?=": words of at most 75 characters, none of which cuts a character (RFC 2047), one on a line.
    static func encodedWords(_ text: String) -> String {
        var words: [String] = []
        var word: [UInt8] = []
        for scalar in text.unicodeScalars {
            let bytes = Array(String(scalar).utf8)
            if word.count + bytes.count > 39 {
                words.append("=?UTF-8?B?\(Data(word).base64EncodedString())?=")
                word = []
            }
            word += bytes
        }
        words.append("=?UTF-8?B?\(Data(word).base64EncodedString())?=")
        return words.joined(separator: "\r\n ")
    }

    /// The value of a field that holds text.
    static func text(_ text: String) -> String {
        let isPlain =
            text.utf8.count <= 60 && text.utf8.allSatisfy { (0x20...0x7E).contains($0) } && !text.contains("=?")
        return isPlain ? text : encodedWords(text)
    }

    /// A name before an address or a group.
    static func phrase(_ name: String) -> String {
        let isWord = { (byte: UInt8) in
            (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
                || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: " ")
        }
        return name.utf8.count <= 60 && name.utf8.allSatisfy(isWord) ? name : encodedWords(name)
    }

    /// A name and an address, the address on a line of its own where the name is long.
    static func mailbox(_ mailbox: MailAddress) -> String {
        guard !mailbox.name.isEmpty else { return mailbox.address }
        return "\(phrase(mailbox.name))\r\n <\(mailbox.address)>"
    }

    /// "Wed, 09 Feb 2022 08:00:00 +0700" (RFC 5322, section 3.3), in Vietnam's time.
    static func date(ofMillisecondsSince1970 instant: Int64) -> String {
        let day = CivilDate(millisecondsSince1970: instant)
        let seconds = Int((instant + 7 * 3_600_000) / 1_000 - Int64(day.dayNumber) * 86_400)
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let time = [seconds / 3_600, seconds / 60 % 60, seconds % 60].map(two).joined(separator: ":")
        let (year, month, dayOfMonth) = (day.year, day.month, day.day)
        return "\(names[day.weekday.rawValue]), \(two(dayOfMonth)) \(months[month - 1]) \(year) \(time) +0700"
    }
}
