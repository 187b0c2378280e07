import Foundation
import TestSupport
import Testing
import TrackerDomain

/// Help of the program and of every command, in both languages.
struct HelpTests {
    @Test(arguments: try Self.commandNames(), Language.allCases)
    func everyCommandExplainsItselfWithAnExample(command: String, language: Language) throws {
        let run = try Desk().runPlain([command, "--help", "--lang", language.rawValue])
        #expect(run.status == 0)
        #expect(run.errors.isEmpty)
        let heading = language(vi: "Ví dụ:", en: "Example:")
        #expect(run.output.contains("\n\n\(heading)\n  phuluc \(command)"), "an example of its own, set apart")
        try expectSnapshot(run.output, "help-\(command).\(language.rawValue)")
    }

    @Test(arguments: Language.allCases)
    func theProgramExplainsItself(language: Language) throws {
        let run = try Desk().runPlain(["--lang", language.rawValue, "--help"])
        #expect(run.status == 0)
        #expect(run.output.contains(language(vi: "Ví dụ:", en: "Example:")))
        try expectSnapshot(run.output, "help.\(language.rawValue)")
    }

    @Test(arguments: [[], ["--help"], ["-h"], ["help"], ["--format", "json"], ["--store", "a.sqlite", "help"]])
    func everyWayToAskForHelpGivesTheSame(arguments: [String]) throws {
        let desk = try Desk()
        let run = try desk.runPlain(arguments)
        let help = try desk.runPlain(["--lang", "vi", "--help"])
        #expect(run.status == 0)
        #expect(run.output == help.output)
    }

    @Test(arguments: [
        ["help", "show", "--lang", "en"], ["--lang", "en", "help", "show"], ["help", "--lang=en", "show"],
        ["show", "-h", "--lang", "en"], ["--lang", "en", "show", "--help"],
    ])
    func helpOfACommandIsTheSameInEveryPlace(arguments: [String]) throws {
        let desk = try Desk()
        let help = try desk.runPlain(["show", "--help", "--lang", "en"]).output
        #expect(try desk.runPlain(arguments).output == help)
    }

    @Test(arguments: try [""] + Self.commandNames())
    func noEnglishIsLeftInVietnameseHelp(command: String) throws {
        let run = try Desk().runPlain((command.isEmpty ? [] : [command]) + ["--help"])
        for english in [
            "USAGE", "OVERVIEW", "OPTIONS", "ARGUMENTS", "SUBCOMMAND", "options", "default", "values", "Show",
            "help info",
            "<date>", "<file>", "<agency>", "for more", "See '",
        ] {
            #expect(!run.output.contains(english), "“\(english)” in the help of “\(command)”")
        }
    }

    @Test(arguments: try Self.commandNames())
    func helpFitsTheTerminal(command: String) throws {
        let output = try Desk().runPlain([command, "--help"]).output
        for line in output.split(separator: "\n") where !line.contains("  phuluc ") {
            #expect(line.count <= 120, "\(line)")
        }
    }

    @Test func theVersionIsANumber() throws {
        let run = try Desk().runPlain(["--version"])
        #expect(run.status == 0)
        #expect(run.output.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
    }

    /// The commands, as the program lists them.
    static func commandNames() throws -> [String] {
        let help = try Desk().runPlain(["--help", "--lang", "en"]).output
        let names = help.split(separator: "\n").compactMap {
            $0.firstMatch(of: #/^ {2}([a-z][a-z-]*) {2}/#).map { String($0.1) }
        }
        try #require(names.count >= 20, "the help lists the commands")
        return names
    }
}
