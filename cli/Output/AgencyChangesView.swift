import TrackerDomain
import TrackerPayloads
import TrackerService

/// What a table has changed in the directory.
struct AgencyChangesView: Rendering {
    let changes: AgencyChanges

    struct Payload: Encodable {
        let added: [String]
        let changed: [String]
        let unchanged: Int
        let sharedNames: [[String]]
        let dryRun: Bool
    }

    func json(_ language: Language) -> Payload {
        Payload(
            added: changes.added.map(\.id.description), changed: changes.changed.map(\.id.description),
            unchanged: changes.unchanged, sharedNames: changes.sharedNames.map { $0.map(\.description) },
            dryRun: changes.isDryRun)
    }

    func text(_ style: TextStyle) -> String {
        func lines(_ mark: String, _ agencies: [Agency]) -> String {
            agencies.map { "  \(mark) \($0.id)  \($0.name)\n" }.joined()
        }
        let shared = changes.sharedNames.map { ids in
            style(vi: "  ! trùng tên cùng lúc: ", en: "  ! the same name at the same time: ")
                + ids.map(\.description).joined(separator: "; ") + "\n"
        }
        return style(
            vi: "\(changes.added.count) cơ quan mới, \(changes.changed.count) sửa, \(changes.unchanged) giữ nguyên.\n",
            en:
                "\(changes.added.count) agencies added, \(changes.changed.count) changed, \(changes.unchanged) unchanged.\n"
        )
            + lines("+", changes.added) + lines("~", changes.changed) + shared.joined()
            + (changes.isDryRun ? style(vi: "Chạy thử: chưa ghi gì.\n", en: "Dry run: nothing was written.\n") : "")
    }
}

/// An agency under its new name.
struct AgencyRenamedView: Rendering {
    let agency: Agency
    let on: CivilDate
    let isDryRun: Bool

    func json(_ language: Language) -> AgencyPayload { AgencyPayload(agency, on: on) }

    func text(_ style: TextStyle) -> String {
        let old = agency.name(on: on.adding(days: -1))
        return style(
            vi:
                "\(agency.id): “\(old)” đổi tên thành “\(agency.name)” từ ngày \(style.day(on)). Mã và nghĩa vụ giữ nguyên.\n",
            en:
                "\(agency.id): “\(old)” is called “\(agency.name)” from \(style.day(on)). Its id and obligations stay.\n"
        )
            + (isDryRun ? style(vi: "Chạy thử: chưa ghi gì.\n", en: "Dry run: nothing was written.\n") : "")
    }
}
