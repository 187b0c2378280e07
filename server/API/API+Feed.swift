import Crypto
import Foundation
import HTTPTypes
import TrackerDomain
import TrackerService

extension API {
    /// What calendar programs follow.
    static let feedEndpoints = [
        Endpoint(
            method: .get, path: "/v1/agencies/{territory}/{agency}/calendar.ics", operation: "getCalendarFeed",
            summary: LocalizedText(
                vi: "Thời hạn của một cơ quan cho phần mềm lịch (iCalendar).",
                en: "An agency's deadlines for calendar programs (iCalendar)."),
            permission: .readFeed,
            parameters: [
                .key, Parameter("lang", .choice(Language.allCases.map(\.rawValue)), vi: "Ngôn ngữ.", en: "Language."),
            ], work: .feed(calendarFeed), answers: "CalendarFeed")
    ]

    private static func calendarFeed(_ call: Call) throws -> Answer {
        let agency = try call.tracker.agency(try call.agencyID(), of: call.access)
        var text = ""
        var hash = SHA256()
        try call.tracker.calendarFeed(
            of: agency, in: try call.query.choice("lang", of: Language.self) ?? call.language
        ) { piece in
            text += piece
            // The instant of writing is no change.
            for line in piece.split(whereSeparator: \.isNewline) where !line.hasPrefix("DTSTAMP:") {
                hash.update(data: Data((line + "\n").utf8))
            }
        }
        var answer = Answer(text: text, as: "text/calendar; charset=utf-8")
        let digest = hash.finalize().prefix(16).hexadecimal
        answer.headers[.eTag] = "W/\"\(digest)\""
        answer.headers[.cacheControl] = "private, no-cache"
        return answer
    }
}

extension Parameter {
    static let key = Parameter(
        "key", .text, vi: "Mã truy cập có vai trò calendar, cho phần mềm không gửi được Authorization.",
        en: "A token with the role calendar, for programs that cannot send Authorization.")
}
