import TrackerDomain
import TrackerPayloads
import TrackerService

/// Who supervises a section now.
struct SupervisionView: Rendering {
    let supervision: SectionSupervision

    struct Payload: Encodable {
        let plan: String
        let section: String
        @Nullable var supervisor: String?
        let asOf: String
    }

    func json(_ language: Language) -> Payload {
        Payload(
            plan: supervision.plan.header.number.description, section: supervision.section,
            supervisor: supervision.supervisor?.id.description, asOf: supervision.asOf.description)
    }

    func text(_ style: TextStyle) -> String {
        let place = "\(supervision.plan.header.number), \(style(vi: "mục", en: "section")) \(supervision.section)"
        let name = supervision.supervisor?.name
        return name.map { style(vi: "\(place): \($0) theo dõi\n", en: "\(place): supervised by \($0)\n") }
            ?? style(vi: "\(place): không có cơ quan theo dõi\n", en: "\(place): supervised by nobody\n")
    }
}
