package import TrackerDomain
internal import TrackerStorage

/// Who supervises a section of a plan.
package struct SectionSupervision: Sendable {
    package let plan: Plan
    package let section: String
    /// `nil` where nobody does any more.
    package let supervisor: Agency?
    package let asOf: CivilDate
}

extension Tracker {
    /// Names the agency that supervises a section: it accepts and returns there as the standing agency does. Without an
    /// agency nobody supervises it any more.
    package func supervise(
        section: String, of plan: Plan, by name: String?
    ) throws(TrackerError) -> SectionSupervision {
        let supervisor = try name.map { name throws(TrackerError) in try agency(named: name, in: plan.territory) }
        let today = today
        return try store.write { transaction in
            let sections = try transaction.reading.sections(ofPlan: plan.id)
            guard sections.contains(section) else {
                let known = sections.joined(separator: ", ")
                throw TrackerError.invalidInput(
                    name: "SECTION", value: section,
                    hint: LocalizedText(
                        vi: "kế hoạch \(plan.header.number) có các mục: \(known).",
                        en: "plan \(plan.header.number) has the sections \(known)."))
            }
            try transaction.setSupervisor(supervisor?.id, ofSection: section, plan: plan.id)
            return SectionSupervision(plan: plan, section: section, supervisor: supervisor, asOf: today)
        }
    }
}
