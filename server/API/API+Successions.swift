import HTTPTypes
import TrackerDomain
import TrackerOutput
import TrackerService

extension API {
    /// Mergers, splits and abolitions of agencies.
    static let successionEndpoints = [
        Endpoint(
            method: .post, path: "/v1/successions", operation: "recordSuccession",
            summary: LocalizedText(
                vi: "Ghi nhận sáp nhập, chia tách, chấm dứt; nghĩa vụ chưa xong theo cơ quan kế nhiệm.",
                en: "Records a merger, a split, an ending; open obligations follow the successor."),
            permission: .changeDirectory,
            parameters: [.dryRun],
            work: .write(takes: ["application/json"], body: successionMembers, succeed), answers: "SuccessionReport")
    ]

    private static let successionMembers = [
        Member("from", .texts, isRequired: true), Member("to", .texts), Member("on", .day, isRequired: true),
        Member("source", .text, isRequired: true), Member("function", .text),
    ]

    private static func succeed(_ call: Call) throws -> ActionAnswer {
        let fields = try Fields(json: call.body, members: successionMembers)
        let from = try fields.texts("from")
        let request = SuccessionRequest(
            from: try fields.required("from", from.isEmpty ? nil : from), to: try fields.texts("to"),
            on: try fields.required("on", try fields.day("on")),
            source: try fields.required("source", try fields.text("source")),
            function: try fields.text("function") ?? "")
        return try call.tracker.succeed(
            request, isDryRun: try call.query.flag("dryRun"), access: call.access, key: call.key
        ) { report in
            StoredAnswer(status: 200, version: nil, body: call.written(SuccessionView(report: report)))
        }
    }
}
