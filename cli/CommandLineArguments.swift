import ArgumentParser
import TrackerDomain

/// What is known of the command line before it is parsed.
enum CommandLineArguments {
    private static let globalOptions: Set<String> = [
        "--store", "--as-of", "--today", "--format", "--lang", "--as",
    ]

    /// The language of help texts and of errors in the command line itself: `--lang`, wherever it stands.
    static let language = value(of: "--lang", in: Array(CommandLine.arguments.dropFirst()))
        .flatMap(Language.init(rawValue:)) ?? .vi

    /// Moves options that stand before the command behind everything, so that both places are right:
    /// `phuluc --store a.sqlite overdue` and `phuluc overdue --store a.sqlite`.
    static func globalOptionsLast(_ arguments: [String]) -> [String] {
        var index = 0
        while index < arguments.count, let name = arguments[index].split(separator: "=").first,
            globalOptions.contains(String(name))
        {
            index += arguments[index].contains("=") ? 1 : 2
        }
        guard index > 0, index < arguments.count else { return arguments }
        return Array(arguments[index...] + arguments[..<index])
    }

    /// The value of an option as `--name value` or `--name=value`.
    static func value(of option: String, in arguments: [String]) -> String? {
        for (index, argument) in arguments.enumerated() {
            if argument == option, index + 1 < arguments.count { return arguments[index + 1] }
            if argument.hasPrefix(option + "=") { return String(argument.dropFirst(option.count + 1)) }
        }
        return nil
    }
}

/// A help text in the language of the command line.
func help(vi: String, en: String) -> String { CommandLineArguments.language(vi: vi, en: en) }

/// The help of an option or argument in the language of the command line.
func argumentHelp(vi: String, en: String, valueName: String? = nil) -> ArgumentHelp {
    var text = ArgumentHelp(stringLiteral: help(vi: vi, en: en))
    if let valueName { text.valueName = valueName }
    return text
}

/// The example that ends a command's help.
func example(_ commands: String...) -> String {
    help(vi: "Ví dụ:", en: "Example:") + commands.map { "\n  " + $0 }.joined()
}
