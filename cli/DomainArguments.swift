public import ArgumentParser
public import TrackerDomain

// Values of the domain that are typed on the command line.

extension CivilDate: ExpressibleByArgument {
    public init?(argument: String) { self.init(typed: argument) }
}

extension Language: ExpressibleByArgument {}

extension Stage: ExpressibleByArgument {}

extension CountGrouping: ExpressibleByArgument {}
