/// Where the moon and the sun stand, as precisely as a calendar of days needs it.
///
/// The series are the truncated ones of J. Meeus, "Astronomical Algorithms", second edition: chapter 49 for the new moons
/// (within a minute) and chapter 25 for the sun (within 0.01°, a quarter of an hour). `Scripts/check-lunar.py` compares
/// the months that follow with an independent ephemeris.
enum CelestialSeries {
    /// Mean length of a lunation, in days.
    static let synodicMonth = 29.530588861

    /// The instant of the new moon numbered `lunation`, in days of universal time since 1970-01-01T00:00Z.
    ///
    /// Number 0 is the new moon of 6 January 2000; numbers grow by one a month and are negative before.
    static func newMoon(_ lunation: Int) -> Double {
        let k = Double(lunation)
        let t = k / 1236.85
        let sun = 2.5534 + 29.10535670 * k - 0.0000014 * t * t
        let moon = 201.5643 + 385.81693528 * k + (0.0107582 + 0.00001238 * t) * t * t
        let latitude = 160.7108 + 390.67050284 * k - (0.0016118 + 0.00000227 * t) * t * t
        let node = 124.7746 - 1.56375588 * k + 0.0020672 * t * t
        let eccentricity = 1 - (0.002516 + 0.0000074 * t) * t
        var days = 10_962.59766 + synodicMonth * k + (0.00015437 - 0.000000150 * t) * t * t
        days -= 0.00017 * sine(degrees: node)
        for term in moonTerms {
            let angle = Double(term.sun) * sun + Double(term.moon) * moon + Double(term.latitude) * latitude
            let factor = term.sun == 0 ? 1 : abs(term.sun) == 1 ? eccentricity : eccentricity * eccentricity
            days += term.days * factor * sine(degrees: angle)
        }
        for term in planetTerms { days += term.days * sine(degrees: term.start + term.rate * k) }
        return days - clockCorrection(on: days) / 86_400
    }

    /// The apparent longitude of the sun in degrees, 0 ..< 360, at an instant in days of universal time since 1970.
    static func sunLongitude(at days: Double) -> Double {
        // 10,957.5 is noon of 1 January 2000, the epoch of the series.
        let t = (days + clockCorrection(on: days) / 86_400 - 10_957.5) / 36_525
        let mean = 280.46646 + (36_000.76983 + 0.0003032 * t) * t
        let anomaly = 357.52911 + (35_999.05029 - 0.0001537 * t) * t
        let centre =
            (1.914602 - 0.004817 * t) * sine(degrees: anomaly)
            + (0.019993 - 0.000101 * t) * sine(degrees: 2 * anomaly)
            + 0.000289 * sine(degrees: 3 * anomaly)
        let nutation = 0.00478 * sine(degrees: 125.04 - 1_934.136 * t)
        return turned(mean + centre - 0.00569 - nutation)
    }

    /// The sine of an angle in degrees, within 2 · 10⁻¹¹ for angles up to a million degrees.
    ///
    /// The angle is folded to −90°…90°, where the Taylor series up to the fifteenth power leaves at most
    /// (π/2)¹⁷ / 17! ≈ 6 · 10⁻¹²; the rest is the rounding of a large angle.
    static func sine(degrees: Double) -> Double {
        var angle = turned(degrees)
        if angle > 270 {
            angle -= 360
        } else if angle > 90 {
            angle = 180 - angle
        }
        let x = angle * (Double.pi / 180)
        let square = x * x
        var sum = 1.0
        // x · (1 − x²/(2·3) · (1 − x²/(4·5) · …)), from the innermost term outward.
        for factor in [210.0, 156, 110, 72, 42, 20, 6] { sum = 1 - square / factor * sum }
        return x * sum
    }

    /// The angle in 0 ..< 360.
    private static func turned(_ degrees: Double) -> Double {
        degrees - 360 * Double(floor(degrees / 360))
    }

    /// The greatest whole number that is not above a value.
    static func floor(_ value: Double) -> Int {
        let towardsZero = Int(value)
        return Double(towardsZero) > value ? towardsZero - 1 : towardsZero
    }

    /// How far the even time of the series is ahead of the clocks (ΔT), in seconds: the observed values every twenty
    /// years with straight lines between them, from 2020 on an assumption of half a second a year.
    private static func clockCorrection(on days: Double) -> Double {
        let observed = [-3.0, 21, 24, 33, 51, 64, 69]
        let steps = (days / 365.2425 + 70) / 20
        guard steps > 0 else { return -3 }
        let last = observed.count - 1
        guard steps < Double(last) else { return 69 + (steps - Double(last)) * 10 }
        let step = Int(steps)
        return observed[step] + (observed[step + 1] - observed[step]) * (steps - Double(step))
    }

    /// Periodic terms of the new moon: days, and multiples of the anomalies of sun and moon and of the moon's latitude.
    private static let moonTerms: [(days: Double, sun: Int, moon: Int, latitude: Int)] = [
        (-0.40720, 0, 1, 0), (0.17241, 1, 0, 0), (0.01608, 0, 2, 0), (0.01039, 0, 0, 2), (0.00739, -1, 1, 0),
        (-0.00514, 1, 1, 0), (0.00208, 2, 0, 0), (-0.00111, 0, 1, -2), (-0.00057, 0, 1, 2), (0.00056, 1, 2, 0),
        (-0.00042, 0, 3, 0), (0.00042, 1, 0, 2), (0.00038, 1, 0, -2), (-0.00024, -1, 2, 0), (-0.00007, 2, 1, 0),
        (0.00004, 0, 2, -2), (0.00004, 3, 0, 0), (0.00003, 1, 1, -2), (0.00003, 0, 2, 2), (-0.00003, 1, 1, 2),
        (0.00003, -1, 1, 2), (-0.00002, -1, 1, -2), (-0.00002, 1, 3, 0), (0.00002, 0, 4, 0),
    ]

    /// Terms that the planets cause: days, degrees at lunation 0, degrees a lunation.
    private static let planetTerms: [(days: Double, start: Double, rate: Double)] = [
        (0.000325, 299.77, 0.107408), (0.000165, 251.88, 0.016321), (0.000164, 251.83, 26.651886),
        (0.000126, 349.42, 36.412478), (0.000110, 84.66, 18.206239), (0.000062, 141.74, 53.303771),
        (0.000060, 207.14, 2.453732), (0.000056, 154.84, 7.306860), (0.000047, 34.52, 27.261239),
        (0.000042, 207.19, 0.121824), (0.000040, 291.34, 1.844379), (0.000037, 161.72, 24.198154),
        (0.000035, 239.56, 25.513099), (0.000023, 331.55, 3.592518),
    ]
}
