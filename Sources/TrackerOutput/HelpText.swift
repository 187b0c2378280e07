internal import Foundation
package import TrackerDomain

/// The parser's own words, in the language of the command line and without its option by option usage lines.
package enum HelpText {
    /// The language of help texts and of errors in the command line itself: `--lang`, wherever it stands.
    package static let language =
        value(of: "--lang", in: Array(CommandLine.arguments.dropFirst())).flatMap(Language.init(rawValue:)) ?? .vi

    /// The value of an option as `--name value` or `--name=value`.
    package static func value(of option: String, in arguments: [String]) -> String? {
        for (index, argument) in arguments.enumerated() {
            if argument == option, index + 1 < arguments.count { return arguments[index + 1] }
            if argument.hasPrefix(option + "=") { return String(argument.dropFirst(option.count + 1)) }
        }
        return nil
    }

    package static func localized(_ text: String) -> String {
        let short = shortened(text)
        guard language == .vi else { return short }
        return words.reduce(short) { $0.replacingOccurrences(of: $1.0, with: $1.1) }
    }

    /// Usage lines with "[options]" instead of every option, and group titles without "SUBCOMMANDS".
    private static func shortened(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            var line = String(line)
            if line.lowercased().hasPrefix("usage: ") {
                let long = line
                line.replace(/\ \[--[^\]]*\]|\ \[?<options>\]?/, with: "")
                if line != long { line += " [options]" }
            }
            line.replace(/\ SUBCOMMANDS:$/, with: ":")
            return line
        }.joined(separator: "\n")
    }

    /// Longer phrases before the words that they contain.
    private static let words = [
        ("OVERVIEW: ", ""), ("USAGE: ", "CÁCH DÙNG: "), ("Usage: ", "Cách dùng: "), ("[options]", "[tùy chọn]"),
        ("ARGUMENTS:", "THAM SỐ:"), ("OPTIONS:", "TÙY CHỌN:"),
        ("  See 'phuluc help <subcommand>' for detailed help.", "  Xem từng lệnh: phuluc help LỆNH."),
        ("SUBCOMMANDS:", "LỆNH:"), ("<subcommands>", "<lệnh>"), ("<subcommand>", "<lệnh>"), ("Help:  ", "Trợ giúp: "),
        ("Show subcommand help information.", "Xem trợ giúp của một lệnh."),
        ("Show help information.", "Xem trợ giúp."), ("Show the version.", "Xem phiên bản."),
        ("(default: ", "(mặc định: "), ("(default) ", "(mặc định)"), ("; default: ", "; mặc định: "),
        ("(values: ", "(giá trị: "),
        ("The value '", "Giá trị '"), ("' is invalid for '", "' không hợp lệ cho '"),
        (". Please provide one of the following:", ". Chọn một trong:"),
        (". Please provide one of ", ". Chọn một trong "),
        ("' and '", "' hoặc '"), ("' or '", "' hoặc '"), ("'. Did you mean '", "'; có phải là '"),
        ("Missing expected argument", "Thiếu tham số"), ("Missing value for", "Thiếu giá trị của"),
        ("Unknown option", "Không có tùy chọn"), ("Unexpected argument", "Thừa tham số"),
        (" unexpected arguments: ", " tham số thừa: "), ("The option '", "Tùy chọn '"),
        ("' does not take any value, but '", "' không nhận giá trị, nhưng lại có '"), ("' was specified.", "'."),
        ("  See '", "  Xem '"), ("for more information.", "để biết thêm."), ("for detailed help.", "để biết thêm."),
        (" (default) ", " (mặc định)"),
    ]
}
