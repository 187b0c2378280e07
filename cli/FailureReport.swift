import ArgumentParser
import Foundation
import TrackerDomain
import TrackerService

/// Tells a failure: a sentence or, with `--format json`, a problem document on standard error, and the exit status.
/// What the parser throws for `--help` and `--version` goes to standard output.
struct FailureReport {
    let error: any Error
    let arguments: [String]

    func writeAndExit() -> Never {
        let status = write()
        Foundation.exit(status.rawValue)
    }

    private func write() -> ExitStatus {
        if let failure = error as? TrackerError {
            write(failure)
            return ExitStatus(failure.code)
        }
        if PhuLuc.exitCode(for: error).isSuccess {
            StandardStreams.out.write(HelpText.localized(PhuLuc.fullMessage(for: error)) + "\n")
            return .done
        }
        if let exit = error as? ExitCode { return ExitStatus(rawValue: exit.rawValue) ?? .failed }
        let message = HelpText.localized(PhuLuc.fullMessage(for: error))
        if CommandLineArguments.value(of: "--format", in: arguments) == "json" {
            write(.invalidInput(
                name: help(vi: "dòng lệnh", en: "command line"), value: arguments.joined(separator: " "),
                hint: LocalizedText(vi: message, en: message)))
        } else {
            StandardStreams.error.write(message + "\n")
        }
        return .wrongUsage
    }

    private func write(_ failure: TrackerError) {
        let language = CommandLineArguments.language
        if CommandLineArguments.value(of: "--format", in: arguments) == "json" {
            StandardStreams.error.write(JSONText.encode(ProblemDocument(failure, language: language)) + "\n")
        } else {
            StandardStreams.error.write("phuluc: \(failure.words(in: language))\n")
        }
    }
}

/// The parser's own words in Vietnamese.
enum HelpText {
    private static let words = [
        ("OVERVIEW: ", ""), ("USAGE: ", "CÁCH DÙNG: "), ("Usage: ", "Cách dùng: "), ("ARGUMENTS:", "THAM SỐ:"),
        ("OPTIONS:", "TÙY CHỌN:"), (" SUBCOMMANDS:", ":"), ("SUBCOMMANDS:", "CÁC LỆNH:"), ("<subcommand>", "<lệnh>"), ("Error: ", "Lỗi: "), ("Help:  ", "Trợ giúp: "),
        ("Show help information.", "Xem trợ giúp."), ("Show the version.", "Xem phiên bản."),
        ("(default: ", "(mặc định: "), ("; default: ", "; mặc định: "), ("(values: ", "(giá trị: "),
        ("The value '", "Giá trị '"), ("' is invalid for '", "' không hợp lệ cho '"),
        ("Missing expected argument", "Thiếu tham số"), ("Unknown option", "Không có tùy chọn"),
        ("Unexpected argument", "Thừa tham số"), ("Missing value for", "Thiếu giá trị của"),
        ("See 'phuluc help <subcommand>' for detailed help.", "Xem từng lệnh: phuluc help LỆNH."),
        ("for more information.", "để biết thêm."), ("  See '", "  Xem '"),
    ]

    static func localized(_ text: String) -> String {
        guard CommandLineArguments.language == .vi else { return text }
        return words.reduce(text) { $0.replacingOccurrences(of: $1.0, with: $1.1) }
    }
}
