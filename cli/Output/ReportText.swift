import TrackerDomain
import TrackerService

extension PeriodicReport {
    /// "quý I/2026: số liệu từ 15/12/2025 đến 14/3/2026, hạn gửi 20/3/2026".
    func words(_ style: TextStyle) -> String {
        style(
            vi: "\(period.words(in: .vi)): số liệu từ \(style.day(data.lowerBound)) đến \(style.day(data.upperBound)), "
                + "hạn gửi \(style.day(due))",
            en: "\(period.words(in: .en)): data from \(style.day(data.lowerBound)) to \(style.day(data.upperBound)), "
                + "due \(style.day(due))")
    }
}

extension GatheredReport {
    /// A line under the heading of the missing check-ins.
    func line(_ style: TextStyle) -> String {
        style(
            vi: "\(regime.name.vi), tính báo cáo từ \(style.day(since))\n  \(report.words(style))\n",
            en: "\(regime.name.en), reports since \(style.day(since)) count\n  \(report.words(style))\n")
    }
}
