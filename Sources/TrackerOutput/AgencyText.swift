package import TrackerDomain

extension TextStyle {
    /// "từ 01/3/2025", "đến 28/02/2025"; a dash where no day is known.
    package func interval(from: CivilDate?, to: CivilDate?) -> String {
        switch (from, to) {
        case (nil, nil): "–"
        case (let from?, nil): self(vi: "từ \(day(from))", en: "from \(day(from))")
        case (nil, let to?): self(vi: "đến \(day(to))", en: "until \(day(to))")
        case (let from?, let to?): "\(day(from)) – \(day(to))"
        }
    }
}
