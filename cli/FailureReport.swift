import ArgumentParser
import Foundation
import TrackerDomain
import TrackerOutput
import TrackerPayloads
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
        if let failure = error as? ServerFailure {
            let language = HelpText.language
            StandardStreams.error.write(
                (isForPrograms ? failure.document(in: language) : "phuluc: \(failure.words(in: language))") + "\n")
            return failure.exitStatus
        }
        if PhuLuc.exitCode(for: error).isSuccess {
            StandardStreams.out.write(HelpText.localized(PhuLuc.fullMessage(for: error)) + "\n")
            return .done
        }
        if let exit = error as? ExitCode { return ExitStatus(rawValue: exit.rawValue) ?? .failed }
        writeUsage()
        return .wrongUsage
    }

    /// What the parser says: for a person with the usage line, for a program the message alone.
    private func writeUsage() {
        if isForPrograms {
            let message = HelpText.localized(PhuLuc.message(for: error))
            write(
                .invalidInput(
                    name: help(vi: "dòng lệnh", en: "the command line"), value: arguments.joined(separator: " "),
                    hint: LocalizedText(vi: message, en: message)))
        } else {
            var message = HelpText.localized(PhuLuc.fullMessage(for: error))
            if message.hasPrefix("Error: ") { message = "phuluc: " + message.dropFirst("Error: ".count) }
            StandardStreams.error.write(message + "\n")
        }
    }

    private var isForPrograms: Bool { HelpText.value(of: "--format", in: arguments) == "json" }

    private func write(_ failure: TrackerError) {
        let language = HelpText.language
        if isForPrograms {
            StandardStreams.error.write(JSONText.encode(ProblemDocument(failure, language: language)) + "\n")
        } else {
            StandardStreams.error.write("phuluc: \(failure.words(in: language))\n")
        }
    }
}
