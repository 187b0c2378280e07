import TestSupport
import Testing
import TrackerDomain

/// Actions with random content, for tests that do one after another.
enum RandomAction {
    static func of(_ kind: Action.Kind, on today: CivilDate, using generator: inout Seeded) throws -> Action {
        let due = DueDate(nominal: today.adding(days: Int.random(in: -10...40, using: &generator)))
        let document = Evidence(number: try #require(DocumentNumber("15/QĐ-UBND")), date: today.adding(days: -1))
        switch kind {
        case .recordEvent: return .recordEvent(on: today.adding(days: -1), due: nil, document: nil, note: "sự kiện")
        case .start: return .start(note: "")
        case .progress: return .progress(percent: Int.random(in: 0...100, using: &generator), note: "")
        case .submit: return .submit(evidence: nil, note: "sản phẩm")
        case .accept: return .accept(note: "")
        case .return: return .return(reason: "thiếu")
        case .requestExtension: return .requestExtension(to: due, reason: "chờ hướng dẫn")
        case .grantExtension:
            return .grantExtension(to: Bool.random(using: &generator) ? due : nil, decision: document, reason: "đồng ý")
        case .refuseExtension: return .refuseExtension(decision: nil, reason: "cấp bách")
        case .suspend: return .suspend(reason: "sắp xếp")
        case .resume: return .resume(reason: "đã xong")
        case .withdraw: return .withdraw(decision: document, reason: "thôi")
        case .reopen: return .reopen(reason: "bị thu hồi")
        case .reassign:
            let names = ["son-la/so-tu-phap", "son-la/so-tai-chinh", "son-la/so-y-te"]
            return .reassign(
                to: try #require(names.randomElement(using: &generator).flatMap { AgencyID($0) }), reason: "hợp nhất")
        case .comment: return .comment(note: "góp ý")
        case .changeDeadline: return .changeDeadline(to: due, reason: "đổi")
        }
    }
}
