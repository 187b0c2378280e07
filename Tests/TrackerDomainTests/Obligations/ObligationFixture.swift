import Testing
import TrackerDomain

/// A day as ISO text; a test with a slip in it fails instead of going on.
func day(_ text: String) throws -> CivilDate {
    try #require(CivilDate(iso: text), "\(text) is no day")
}

/// Obligations, members and actions that the workflow tests start from.
enum ObligationFixture {
    static let today = "2022-06-15"

    static func obligation(
        in stage: Stage, since: String = "2022-06-01", due: String? = "2022-06-30", submittedOn: String? = nil,
        asksFor requested: String? = nil
    ) throws -> Obligation {
        let due = try due.map { try day($0) }
        var state = ObligationState(
            since: try day(since), stage: stage, agency: AgencyID("son-la/so-tu-phap"), progress: 20, nominalDue: due,
            effectiveDue: due, submittedOn: try submittedOn.map { try day($0) }, version: 4)
        state.extensionRequest = try requested.map {
            ExtensionRequest(due: DueDate(nominal: try day($0)), reason: "chờ hướng dẫn", askedOn: try day(since))
        }
        if stage == .suspended { state.suspendedIn = .submitted }
        return Obligation(id: 7, activity: 3, period: "2022", isConditional: stage == .waiting, state: state)
    }

    static func member(_ roles: Set<Role>) -> Member { Member(agency: AgencyID("son-la/so-noi-vu"), roles: roles) }

    static func evidence(dated date: String = "2022-06-10") throws -> Evidence {
        Evidence(number: try #require(DocumentNumber("15/BC-STP")), date: try day(date))
    }

    /// An action of a kind with everything that it needs.
    static func action(_ kind: Action.Kind) throws -> Action {
        switch kind {
        case .recordEvent: .recordEvent(on: try day("2022-06-10"), due: nil, document: nil, note: "")
        case .start: .start(note: "")
        case .progress: .progress(percent: 50, note: "")
        case .submit: .submit(evidence: try evidence(), note: "")
        case .accept: .accept(note: "")
        case .return: .return(reason: "thiếu chữ ký")
        case .requestExtension:
            .requestExtension(to: DueDate(nominal: try day("2022-07-31")), reason: "chờ hướng dẫn")
        case .grantExtension: .grantExtension(to: nil, decision: nil, reason: "hướng dẫn muộn")
        case .refuseExtension: .refuseExtension(decision: nil, reason: "cấp bách")
        case .suspend: .suspend(reason: "sắp xếp bộ máy")
        case .resume: .resume(reason: "đã sắp xếp")
        case .withdraw: .withdraw(decision: try evidence(), reason: "")
        case .reopen: .reopen(reason: "bị thu hồi")
        case .reassign: .reassign(to: try #require(AgencyID("son-la/so-tai-chinh")), reason: "hợp nhất")
        case .comment: .comment(note: "đã gửi số liệu")
        case .changeDeadline: .changeDeadline(to: nil, reason: "sửa đổi")
        }
    }

    /// Every set of roles, the empty one too.
    static let roleSets: [Set<Role>] = (0..<1 << Role.allCases.count).map { bits in
        Set(Role.allCases.enumerated().filter { bits & 1 << $0.offset != 0 }.map(\.element))
    }
}
