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
        in stage: Stage, since: String = "2022-06-01", due: String? = "2022-06-30", submittedOn: String? = nil
    ) throws -> Obligation {
        let due = try due.map { try day($0) }
        return Obligation(
            id: 7, activity: 3, agency: AgencyID("son-la/so-tu-phap"), period: "2022", isConditional: false,
            state: ObligationState(
                since: try day(since), stage: stage, progress: 20, nominalDue: due, effectiveDue: due,
                submittedOn: try submittedOn.map { try day($0) }, version: 4))
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
        case .withdraw: .withdraw(reason: "sửa đổi")
        case .changeDeadline: .changeDeadline(to: nil, reason: "sửa đổi")
        case .reassign: .reassign(to: try #require(AgencyID("son-la/so-y-te")), reason: "kế nhiệm")
        }
    }

    /// Every set of roles, the empty one too.
    static let roleSets: [Set<Role>] = (0..<1 << Role.allCases.count).map { bits in
        Set(Role.allCases.enumerated().filter { bits & 1 << $0.offset != 0 }.map(\.element))
    }
}
