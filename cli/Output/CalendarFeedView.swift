import TrackerDomain
import TrackerService

/// A calendar file that was written.
struct CalendarFeedView: Rendering {
    let report: CalendarFeedReport

    struct Payload: Encodable {
        let file: String
        let agency: String
        let events: Int
    }

    func json(_ language: Language) -> Payload {
        Payload(file: report.path, agency: report.agency.description, events: report.events)
    }

    func text(_ style: TextStyle) -> String {
        style(
            vi: "Đã ghi \(report.events) thời hạn của \(report.agencyName) vào \(report.path).\n",
            en: "Wrote \(report.events) \(report.events == 1 ? "deadline" : "deadlines") of \(report.agencyName) to "
                + "\(report.path).\n")
    }
}
