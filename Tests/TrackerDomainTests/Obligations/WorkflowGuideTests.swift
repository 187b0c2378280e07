import Foundation
import Testing
import TrackerDomain

/// `docs/workflow.md` is made from the workflow's table; with `RECORD_SNAPSHOTS=1` in the environment the file is written
/// instead.
struct WorkflowGuideTests {
    @Test func theGuideSaysWhatTheTableSays() throws { try expectGuide(Self.guide, "workflow.md") }

    // MARK: The guide

    private static var guide: String {
        let parts =
            [introduction, stages]
            + Language.allCases.map(transitions) + Language.allCases.map(grid) + [rules]
        return parts.joined(separator: "\n")
    }

    private static let introduction = """
        # The workflow

        What may be done to an obligation, when, by whom, and what it needs. This file is made from `WorkflowTable` by
        `WorkflowGuideTests`; do not edit it. Record it anew with `RECORD_SNAPSHOTS=1 Scripts/test --filter WorkflowGuide`.

        """

    private static let rules = """
        # Beside the table

        * Nothing counts from a future day, nor from before the obligation's newest change; only the standing agency enters
          facts of an earlier day (`--on`). No document and no event is of a later day than the one it counts from.
        * What only successions have changed since may still be entered: it goes in before them, and they are followed again.
          Nobody acts in the name of an agency that has ended; its heir has its roles.
        * On time or late is judged by the submission that was later accepted. A return and reopening end a submission.
        * Asking for an extension stops no clock. A granted one moves the deadline, raises the deadline version and keeps the
          original deadline; both are judged and counted.
        * While an obligation waits or is suspended, its deadline does not run: not overdue, not reminded. After a suspension
          the old deadline holds, unless it is extended.
        * Accepting and withdrawing end a pending request. A revised plan sets a new original deadline.
        * A comment leaves the obligation and its version as they are; every other action raises the version by one.

        """

    private static let stages: String = {
        let lines = Stage.allCases.map { stage in
            let isOpen = Stage.open.contains(stage) ? "open" : "ended"
            return "| `\(stage.rawValue)` | \(stage.words(in: .vi)) | \(stage.words(in: .en)) | \(isOpen) |"
        }
        return (["# Stages", "", "| stage | tiếng Việt | English | |", "|---|---|---|---|"] + lines)
            .joined(separator: "\n") + "\n"
    }()

    private static func transitions(in language: Language) -> String {
        let title = language(vi: "# Bảng quy trình", en: "# The table")
        let head = language(
            vi: "| việc | lệnh | từ trạng thái | đến | ai | cần |", en: "| action | command | from | to | who | needs |"
        )
        return ([title, "", head, "|---|---|---|---|---|---|"] + WorkflowTable.transitions.map { row($0, language) })
            .joined(separator: "\n") + "\n"
    }

    private static func row(_ transition: WorkflowTable.Transition, _ language: Language) -> String {
        let action = transition.action
        let command =
            action.isNeverByHand
            ? language(vi: "theo kế hoạch hoặc lịch sửa đổi", en: "follows from a revised plan or calendar")
            : "`\(action.command)`"
        let needs =
            [transition.condition?.words(in: language)].compactMap { $0 }
            + transition.needs.map { $0.words(in: language) }
        let cells = [
            "\(action.words(in: language)) (`\(action.rawValue)`)", command, stages(transition.from, language),
            destination(transition.to, language), roles(transition.roles, language), needs.joined(separator: "; "),
        ]
        return "| " + cells.joined(separator: " | ") + " |"
    }

    private static func stages(_ stages: Set<Stage>, _ language: Language) -> String {
        guard stages.count < Stage.allCases.count else { return language(vi: "mọi trạng thái", en: "any") }
        return Stage.allCases.filter(stages.contains).map { $0.words(in: language) }.joined(separator: ", ")
    }

    private static func destination(_ destination: WorkflowTable.Destination, _ language: Language) -> String {
        switch destination {
        case .stage(let stage): stage.words(in: language)
        case .unchanged: language(vi: "giữ nguyên", en: "unchanged")
        case .beforeSuspension: language(vi: "trạng thái trước khi tạm dừng", en: "the stage before the suspension")
        }
    }

    private static func roles(_ roles: Set<Role>, _ language: Language) -> String {
        Role.allCases.filter(roles.contains).map { $0.words(in: language) }.joined(separator: ", ")
    }

    /// What each role may do in each stage, where the conditions of the table are met.
    private static func grid(in language: Language) -> String {
        let title = language(vi: "# Ai làm được gì ở trạng thái nào", en: "# Who may do what in which stage")
        let head = "| | " + Role.allCases.map { $0.words(in: language) }.joined(separator: " | ") + " |"
        let lines = Stage.allCases.map { stage in
            let cells = Role.allCases.map { role in
                WorkflowTable.transitions
                    .filter { $0.from.contains(stage) && $0.roles.contains(role) && !$0.action.isNeverByHand }
                    .map { "`\($0.action.command)`" }.joined(separator: ", ")
            }
            return "| **\(stage.words(in: language))** | " + cells.joined(separator: " | ") + " |"
        }
        let rule = "|---|" + Role.allCases.map { _ in "---|" }.joined()
        return ([title, "", head, rule] + lines).joined(separator: "\n") + "\n"
    }
}
