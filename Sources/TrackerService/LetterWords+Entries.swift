internal import TrackerDomain

extension LetterWords {
    /// An obligation: what, which product, due when, how it stands, from which row of which plan.
    func entry(for item: ReminderLetter.Item) -> LetterContent.Entry {
        let entry = item.entry
        let state = entry.obligation.state
        let part = entry.partLabel.isEmpty ? "" : " (\(flat(entry.partLabel)))"
        let agency = item.namesAgency ? "\(entry.agencyName): " : ""
        var facts = [(label: language(vi: "Thời hạn", en: "Due"), value: dueWords(state))]
        if !entry.product.isEmpty {
            facts.append((language(vi: "Sản phẩm", en: "Product"), flat(entry.product)))
        }
        facts += [
            (language(vi: "Tình trạng", en: "State"), stageWords(state)),
            (language(vi: "Theo", en: "Under"), place(entry.place, entry.planNumber)),
            (language(vi: "Số theo dõi", en: "Number"), String(entry.obligation.id)),
        ]
        return LetterContent.Entry(
            title: "\(agency)\(flat(entry.title))\(part)", status: timeWords(state),
            facts: facts.filter { !$0.value.isEmpty })
    }

    /// A row of a plan that a person has to settle.
    func entry(for question: QuestionEntry) -> LetterContent.Entry {
        let words = question.question.words.isEmpty ? "" : " “\(flat(question.question.words))”"
        return LetterContent.Entry(
            title: flat(question.title), status: question.question.kind.words(in: language) + words,
            facts: [(language(vi: "Theo", en: "Under"), place(question.place, question.planNumber))])
    }

    func extensionFacts(of item: ReminderLetter.Item) -> [(label: String, value: String)] {
        guard let request = item.entry.obligation.state.extensionRequest else { return [] }
        let due = day(request.due.nominal)
        let reason = request.reason.isEmpty ? "" : language(vi: ". Lý do: ", en: ". Reason: ") + flat(request.reason)
        return [
            (
                language(vi: "Đề nghị", en: "Asked for"),
                language(
                    vi: "gia hạn đến \(due), gửi ngày \(day(request.askedOn))",
                    en: "until \(due), asked on \(day(request.askedOn))")
                    + reason
            )
        ]
    }

    /// "còn 7 ngày", "đến hạn hôm nay", "quá hạn 2 ngày"; of what was submitted, how it stands.
    private func timeWords(_ state: ObligationState) -> String {
        let status = state.timeStatus(on: day)
        switch status {
        case .within, .dueSoon:
            guard state.stage != .submitted, let due = state.effectiveDue else { return status.words(in: language) }
            let left = day.distance(to: due)
            return left == 0
                ? language(vi: "đến hạn hôm nay", en: "due today")
                : language(vi: "còn \(left) ngày", en: left == 1 ? "1 day left" : "\(left) days left")
        default: return status.words(in: language)
        }
    }

    /// "31/01/2022 (ngày nghỉ, tính đến hết ngày 07/02/2022)", with the original date where it was extended.
    private func dueWords(_ state: ObligationState) -> String {
        guard let nominal = state.nominalDue, let effective = state.effectiveDue else { return "" }
        var remarks: [String] = []
        if nominal != effective {
            remarks.append(
                language(
                    vi: "ngày nghỉ, tính đến hết ngày \(day(effective))",
                    en: "a day off; until the end of \(day(effective))"))
        }
        if state.extensions > 0, let original = state.originalDue?.nominal {
            remarks.append(
                language(vi: "đã gia hạn, hạn gốc \(day(original))", en: "extended; originally \(day(original))"))
        }
        return day(nominal) + (remarks.isEmpty ? "" : " (\(remarks.joined(separator: "; ")))")
    }

    /// "đang thực hiện, 60%"; of a submission the day.
    private func stageWords(_ state: ObligationState) -> String {
        let stage = state.stage.words(in: language)
        if state.stage == .submitted, let submitted = state.submittedOn {
            return stage + language(vi: ", trình ngày \(day(submitted))", en: ", submitted on \(day(submitted))")
        }
        return state.progress > 0 ? "\(stage), \(state.progress)%" : stage
    }

    private func place(_ place: String, _ plan: String) -> String {
        language(vi: "mục \(place), \(planWords(plan))", en: "row \(place), \(planWords(plan))")
    }

    /// "Quyết định số 2407/QĐ-UBND": the kinds of documents as Decree 30/2020/NĐ-CP, appendix III, abbreviates them.
    private func planWords(_ number: String) -> String {
        let symbol = number.split(separator: "/").last.map(String.init) ?? ""
        let kind =
            switch symbol.split(separator: "-").first {
            case "QĐ": language(vi: "Quyết định", en: "Decision")
            case "KH": language(vi: "Kế hoạch", en: "Plan")
            case "CTr": language(vi: "Chương trình", en: "Programme")
            case "ĐA": language(vi: "Đề án", en: "Scheme")
            case "NQ": language(vi: "Nghị quyết", en: "Resolution")
            case "CT": language(vi: "Chỉ thị", en: "Directive")
            default: ""
            }
        return kind.isEmpty ? number : language(vi: "\(kind) số \(number)", en: "\(kind) \(number)")
    }

    /// A cell in one line: its lines joined, without the dashes and semicolons that set them apart.
    private func flat(_ cell: String) -> String {
        cell.split(whereSeparator: \.isNewline).map { line in
            var text = line.hasPrefix("- ") ? line.dropFirst(2) : line
            while let last = text.last, last == ";" || last.isWhitespace { text.removeLast() }
            return text
        }.joined(separator: "; ")
    }
}
