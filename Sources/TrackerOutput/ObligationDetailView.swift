package import TrackerDomain
package import TrackerPayloads
package import TrackerService

/// One obligation with everything around it.
package struct ObligationDetailView: Rendering {
    let detail: ObligationDetail

    package init(detail: ObligationDetail) {
        self.detail = detail
    }

    package func json(_ language: Language) -> ObligationDetailPayload { ObligationDetailPayload(detail, in: language) }

    package func text(_ style: TextStyle) -> String {
        let entry = detail.entry
        let row = detail.activity.row
        let state = entry.obligation.state
        let title = style(
            vi: "Nghĩa vụ \(entry.obligation.id): \(entry.agencyName), kỳ \(entry.obligation.period)",
            en: "Obligation \(entry.obligation.id): \(entry.agencyName), period \(entry.obligation.period)")
        let fields = [
            (style(vi: "Nhiệm vụ", en: "Task"), row.task), (style(vi: "Sản phẩm", en: "Product"), row.product),
            (style(vi: "Tình trạng", en: "Status"), status(state, style)),
            (style(vi: "Hạn", en: "Due"), due(state, style)),
            (style(vi: "Hạn gốc", en: "Original due"), original(state, style)),
            (style(vi: "Đề nghị gia hạn", en: "Asked for"), request(state, style)),
            (style(vi: "Thời gian", en: "Time as written"), row.deadline),
            (style(vi: "Theo phần", en: "Of which"), entry.partLabel),
            (
                style(vi: "Cách đọc", en: "As read"),
                detail.reading.words(in: style.language, context: detail.plan.deadlineContext)
            ),
            (style(vi: "Điều kiện", en: "Condition"), detail.activity.condition ?? ""),
            (style(vi: "Chủ trì", en: "Lead"), row.lead), (style(vi: "Phối hợp", en: "Cooperation"), row.cooperation),
            (style(vi: "Kinh phí", en: "Funding"), row.funding),
            (style(vi: "Kế hoạch", en: "Plan"), "\(entry.planNumber) · \(detail.plan.header.title)"),
            (style(vi: "Vị trí", en: "Row"), "\(entry.place) (\(row.section.title))"),
            (style(vi: "Theo dõi mục", en: "Supervisor"), detail.supervisor.flatMap { detail.agencyNames[$0] } ?? ""),
            (style(vi: "Căn cứ", en: "Clause"), row.sourceClause),
            (style(vi: "Làm được", en: "Possible"), allowed(style)),
        ]
        return style.bold(title) + "\n\n"
            + fields.filter { !$0.1.isEmpty }.map { FieldText.lines($0.0, $0.1, labelWidth: 15, style) }.joined()
            + (detail.events.isEmpty ? "" : "\n" + HistoryText.text(detail, style))
    }

    private func status(_ state: ObligationState, _ style: TextStyle) -> String {
        let words = detail.entry.status(on: detail.asOf, in: style.language)
        return style(
            vi: "\(words); tiến độ \(state.progress) %; phiên bản \(state.version)",
            en: "\(words); progress \(state.progress) %; version \(state.version)")
    }

    private func due(_ state: ObligationState, _ style: TextStyle) -> String {
        guard let nominal = state.nominalDue, let effective = state.effectiveDue else {
            return style(vi: "không có ngày", en: "no date")
        }
        guard nominal != effective else { return style.day(nominal) }
        return style(
            vi:
                "\(style.day(nominal)); rơi vào ngày nghỉ nên tính đến hết \(style.day(effective)) (BLDS 2015, Điều 148)",
            en:
                "\(style.day(nominal)); a day off, so until the end of \(style.day(effective)) (Civil Code 2015, art. 148)"
        )
    }

    /// The deadline before the extensions, and how the obligation stands against it.
    private func original(_ state: ObligationState, _ style: TextStyle) -> String {
        guard state.extensions > 0, let due = state.originalDue else { return "" }
        let day = style.day(due.nominal)
        let status = state.timeStatus(on: detail.asOf, against: .original).words(in: style.language)
        let times = state.extensions
        return style(
            vi: "\(day), đã gia hạn \(times) lần; theo hạn gốc: \(status)",
            en: "\(day), extended \(times == 1 ? "once" : "\(times) times"); against it: \(status)")
    }

    private func request(_ state: ObligationState, _ style: TextStyle) -> String {
        guard let request = state.extensionRequest else { return "" }
        let (due, asked) = (style.day(request.due.nominal), style.day(request.askedOn))
        let late = state.wasAskedLate(request) ? style(vi: " (khi đã quá hạn)", en: " (past the deadline)") : ""
        return style(
            vi: "đến \(due), ghi ngày \(asked)\(late): \(request.reason)",
            en: "\(due), on \(asked)\(late): \(request.reason)")
    }

    private func allowed(_ style: TextStyle) -> String {
        detail.allowed.map { action in
            style(vi: "\(action.command) (\(action.words(in: .vi)))", en: action.command)
        }.joined(separator: ", ")
    }
}
