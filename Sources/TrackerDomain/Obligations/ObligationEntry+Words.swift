extension ObligationEntry {
    /// Stage and time status on a day in a few words: "quá hạn 12 ngày", "chờ xác nhận, quá hạn 3 ngày", "chờ điều kiện".
    public func status(on day: CivilDate, in language: Language) -> String {
        let state = obligation.state
        let stage = state.stage.words(in: language)
        let time = state.timeStatus(on: day)
        let words: String
        switch state.stage {
        case .completed: words = time.words(in: language)
        case .notStarted, .inProgress:
            let progress = state.progress > 0 ? ", \(state.progress) %" : ""
            words = (time == .none || time == .within ? stage : time.words(in: language)) + progress
        case .submitted: words = time.daysLate > 0 ? "\(stage), \(time.words(in: language))" : stage
        case .waiting, .suspended, .withdrawn: words = stage
        }
        return obligation.isConditional && state.stage != .waiting
            ? words + language(vi: " (có điều kiện)", en: " (conditional)") : words
    }
}
