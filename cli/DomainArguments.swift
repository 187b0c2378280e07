public import ArgumentParser
import Foundation
public import TrackerDomain

// Values of the domain that are typed on the command line.

extension CivilDate: ExpressibleByArgument {
    public init?(argument: String) { self.init(typed: argument) }
}

extension ReportingPeriod: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
}

extension Language: ExpressibleByArgument {}

extension ReminderChannel: ExpressibleByArgument {}

extension Stage: ExpressibleByArgument {}

extension ListOrder: ExpressibleByArgument {}

extension AccessRole: ExpressibleByArgument {}

extension CountGrouping: ExpressibleByArgument {}

extension String {
    /// Words as a person typed them, without the mark that led them through the parser.
    var typed: String {
        first == CommandLineArguments.wordsMark ? String(dropFirst()) : self
    }

    /// The typed words in composed form (NFC), as everything in the store is.
    var precomposed: String { typed.precomposedStringWithCanonicalMapping }
}
