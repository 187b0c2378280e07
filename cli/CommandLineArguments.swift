import ArgumentParser
import TrackerDomain
import TrackerOutput

/// What is known of the command line before it is parsed.
enum CommandLineArguments {
    private static let globalOptions: Set<String> = [
        "--store", "--server", "--token-file", "--as-of", "--today", "--format", "--lang", "--as",
    ]

    /// Commands that have commands of their own.
    private static let groups: Set<String> = [
        "agencies", "calendar", "extend", "policies", "regimes", "remind", "token",
    ]

    /// Moves options that stand before the command right behind it, so that both places are right:
    /// `phuluc --store a.sqlite overdue` and `phuluc overdue --store a.sqlite`. Help has no options of its own.
    static func globalOptionsAfterCommand(_ arguments: [String]) -> [String] {
        let (options, rest) = leadingGlobalOptions(of: arguments[...])
        guard let command = rest.first else { return arguments.count == options.count ? [] : arguments }
        guard command == "help" else {
            guard groups.contains(command) else { return [command] + options + rest.dropFirst() }
            // The options belong to the second word, "calendar year".
            let (more, left) = leadingGlobalOptions(of: rest.dropFirst())
            let second = left.prefix(1).filter { !$0.hasPrefix("-") }
            return [command] + second + options + more + left.dropFirst(second.count)
        }
        var words: [String] = []
        var left = rest
        while let word = left.popFirst() {
            words.append(word)
            left = leadingGlobalOptions(of: left).rest
        }
        return words
    }

    /// The global options with their values at the beginning, and what follows them.
    private static func leadingGlobalOptions(
        of arguments: ArraySlice<String>
    ) -> (options: ArraySlice<String>, rest: ArraySlice<String>) {
        var rest = arguments
        while let name = rest.first?.split(separator: "=").first, globalOptions.contains(String(name)) {
            rest = rest.dropFirst(rest.first?.contains("=") == true ? 1 : 2)
        }
        return (arguments[..<rest.startIndex], rest)
    }

    /// Stands before words that begin with a dash and a space while they pass through the parser, which would take
    /// them for options: "- Quý IV hàng năm" is a deadline. A character that no text has.
    static let wordsMark: Character = "\u{E000}"

    /// Marks the words that begin with a dash and a space.
    static func markingWords(_ arguments: [String]) -> [String] {
        arguments.map { argument in
            let isWords = argument.first == "-" && argument.dropFirst().first?.isWhitespace == true
            return isWords ? "\(wordsMark)\(argument)" : argument
        }
    }
}

/// A help text in the language of the command line.
func help(vi: String, en: String) -> String { HelpText.language(vi: vi, en: en) }

/// The help of an option or argument in the language of the command line.
func argumentHelp(vi: String, en: String, valueName: String? = nil) -> ArgumentHelp {
    var text = ArgumentHelp(stringLiteral: help(vi: vi, en: en))
    if let valueName { text.valueName = help(vi: vietnameseValueNames[valueName] ?? valueName, en: valueName) }
    return text
}

/// What stands between angle brackets in Vietnamese help.
private let vietnameseValueNames = [
    "address": "địa chỉ", "agency": "cơ quan", "channel": "kênh", "code": "mã", "cursor": "vị trí", "date": "ngày",
    "days": "số ngày", "file": "tệp",
    "format": "dạng",
    "folder": "thư mục", "group": "nhóm", "id": "số", "language": "ngôn ngữ", "n": "số", "name": "tên",
    "number": "số ký hiệu",
    "order": "thứ tự", "ordinal": "mục", "period": "kỳ", "plan": "kế hoạch", "role": "vai trò", "slug": "mã",
    "stage": "trạng thái",
    "symbol": "số ký hiệu",
    "text": "nội dung",
    "title": "tên", "url": "URL", "words": "từ", "year": "năm", "years": "các năm",
]

/// The example that ends a command's help.
func example(_ commands: String...) -> String {
    help(vi: "Ví dụ:", en: "Example:") + commands.map { "\n  " + $0 }.joined()
}
