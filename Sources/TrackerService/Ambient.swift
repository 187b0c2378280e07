package import TrackerDomain

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// What the world supplies: the clock. `live` is the only place that reads it.
package struct Ambient: Sendable {
    /// Milliseconds since 1970-01-01T00:00:00Z.
    package let now: @Sendable () -> Int64

    package init(now: @escaping @Sendable () -> Int64) {
        self.now = now
    }

    /// The clock of the machine.
    package static let live = Ambient {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000
    }

    /// Nanoseconds on a clock that nobody sets, to tell how long something took.
    package static var stopwatch: Int64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }

    /// A clock that stands at noon (UTC+7) of a day, for trials and tests.
    package static func standing(at day: CivilDate) -> Ambient {
        let noon = Int64(day.dayNumber) * 86_400_000 + 5 * 3_600_000
        return Ambient { noon }
    }

    /// Today in Vietnam.
    package var today: CivilDate { CivilDate(millisecondsSince1970: now()) }
}
