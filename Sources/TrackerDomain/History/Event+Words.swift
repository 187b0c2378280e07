extension Event {
    /// What was done in one line, "trình kết quả (đang thực hiện → chờ xác nhận)".
    public func words(in language: Language) -> String {
        let stages =
            before.stage == after.stage
            ? "" : " (\(before.stage.words(in: language)) → \(after.stage.words(in: language)))"
        let why = cause == .byHand ? "" : ", \(cause.words(in: language))"
        let later =
            wasEnteredLater
            ? language(
                vi: " [ghi sau, ngày \(recordedOn.vietnamese)]", en: " [entered later, on \(recordedOn)]")
            : ""
        return action.words(in: language) + why + stages + later
    }

    /// What changed and what was said, each in a line: "hạn 31/01/2022 → 31/3/2022", the document, the note.
    ///
    /// - Parameter name: what agencies are called.
    public func facts(in language: Language, name: (AgencyID) -> String) -> [String] {
        let (old, new) = (before, after)
        func day(_ day: CivilDate?) -> String { day?.words(in: language) ?? "–" }
        var facts: [String] = []
        if old.progress != new.progress { facts.append("\(old.progress) % → \(new.progress) %") }
        if old.nominalDue != new.nominalDue {
            let before = old.nominalDue.map { "\(day($0)) → " } ?? ""
            facts.append(language(vi: "hạn ", en: "due ") + before + day(new.nominalDue))
        } else if let before = old.effectiveDue, let after = new.effectiveDue, before != after {
            let days = "\(day(before)) → \(day(after))"
            facts.append(language(vi: "hạn có hiệu lực \(days)", en: "in effect until \(days)"))
        }
        if action == .requestExtension, let request = new.extensionRequest {
            let late = new.wasAskedLate(request) ? language(vi: " (khi đã quá hạn)", en: " (past the deadline)") : ""
            let until = "\(day(new.nominalDue)) → \(day(request.due.nominal))"
            facts.append(language(vi: "xin hạn \(until)", en: "asked for \(until)") + late)
        }
        // The note of a succession names both.
        if action == .reassign, cause != .succession {
            facts.append("\(old.agency.map(name) ?? "–") → \(new.agency.map(name) ?? "–")")
        }
        if let evidence {
            facts.append(
                "\(evidence.number), \(day(evidence.date))" + (evidence.title.isEmpty ? "" : " “\(evidence.title)”"))
        }
        return note.isEmpty ? facts : facts + [note]
    }
}
