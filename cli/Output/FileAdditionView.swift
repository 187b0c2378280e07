import TrackerDomain
import TrackerOutput
import TrackerPayloads
import TrackerService

/// What adding a file of reference data has changed: a reporting regime, a reminder policy.
struct FileAdditionView: Rendering {
    /// "chế độ báo cáo", "regime".
    let thing: LocalizedText
    let id: String
    let addition: FileAddition
    let isDryRun: Bool

    struct Payload: Encodable {
        let id: String
        let outcome: String
        let dryRun: Bool
    }

    func json(_ language: Language) -> Payload {
        Payload(id: id, outcome: addition.rawValue, dryRun: isDryRun)
    }

    func text(_ style: TextStyle) -> String {
        let done =
            switch addition {
            case .added: style(vi: "thêm \(thing.vi) “\(id)”", en: "\(thing.en) “\(id)” added")
            case .replaced: style(vi: "thay \(thing.vi) “\(id)”", en: "\(thing.en) “\(id)” replaced")
            case .unchanged: style(vi: "\(thing.vi) “\(id)” không đổi", en: "\(thing.en) “\(id)” unchanged")
            }
        return (isDryRun ? style(vi: "Chạy thử: ", en: "Dry run: ") : style(vi: "Đã ", en: "Done: ")) + done + ".\n"
    }
}
