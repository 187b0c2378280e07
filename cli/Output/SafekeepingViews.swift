import TrackerDomain
import TrackerOutput
import TrackerPayloads
import TrackerService

/// The findings of `verify`.
struct VerificationView: Rendering {
    let verification: Verification

    struct Payload: Encodable {
        let store: String
        let sound: Bool
        let integrity: [String]
        let foreignKeyViolations: Int
        let foreignObjects: [String]
        let events: Int
        let head: String
        let headFound: Bool?
        let problems: [String]
    }

    func json(_ language: Language) -> Payload {
        Payload(
            store: verification.path, sound: verification.isSound, integrity: verification.integrityProblems,
            foreignKeyViolations: verification.foreignKeyViolations, foreignObjects: verification.foreignObjects,
            events: verification.history.events,
            head: verification.history.head, headFound: verification.history.containsHead,
            problems: verification.history.problems.map { $0.words(in: language) })
    }

    func text(_ style: TextStyle) -> String {
        let good = style(vi: "tốt", en: "good")
        let history = verification.history
        let integrity =
            verification.integrityProblems.isEmpty
            ? good : style.red(verification.integrityProblems.joined(separator: "; "))
        let keys =
            verification.foreignKeyViolations == 0 ? good : style.red(String(verification.foreignKeyViolations))
        let chain = style(
            vi: "\(history.events) sự kiện, \(history.problems.isEmpty ? "còn nguyên" : "KHÔNG còn nguyên")",
            en: "\(history.events) events, \(history.problems.isEmpty ? "untouched" : "NOT untouched")")
        let schema =
            verification.foreignObjects.isEmpty
            ? good
            : style.red(
                style(vi: "thiếu, thừa hoặc bị sửa: ", en: "missing, foreign or changed: ")
                    + verification.foreignObjects.joined(separator: ", "))
        var fields = [
            (style(vi: "Kho dữ liệu", en: "Store"), verification.path),
            (style(vi: "Toàn vẹn", en: "Integrity"), integrity), (style(vi: "Liên kết", en: "References"), keys),
            (style(vi: "Lược đồ", en: "Schema"), schema),
            (style(vi: "Lịch sử", en: "History"), history.problems.isEmpty ? chain : style.red(chain)),
            (style(vi: "Mã cuối", en: "Last hash"), history.head.isEmpty ? "–" : history.head),
        ]
        if let found = history.containsHead {
            let words =
                found
                ? style(vi: "còn trong lịch sử", en: "still in the history")
                : style.red(style(vi: "KHÔNG còn trong lịch sử", en: "NOT in the history any more"))
            fields.append((style(vi: "Mã đã ghi", en: "Noted hash"), words))
        }
        return fields.map { FieldText.lines($0.0, $0.1, labelWidth: 12, style) }.joined()
            + history.problems.map { "  " + $0.words(in: style.language) + "\n" }.joined()
    }
}

extension HistoryProblem {
    /// What is wrong and where, in a sentence.
    func words(in language: Language) -> String {
        switch self {
        case .missing(let places) where places.count == 1:
            language(vi: "Thiếu sự kiện \(places.lowerBound).", en: "Event \(places.lowerBound) is missing.")
        case .missing(let places):
            language(
                vi: "Thiếu các sự kiện \(places.lowerBound)–\(places.upperBound).",
                en: "Events \(places.lowerBound)–\(places.upperBound) are missing.")
        case .changed(let place):
            language(
                vi: "Sự kiện \(place) không khớp mã: nó hoặc sự kiện trước nó đã bị sửa, chèn hay đảo chỗ.",
                en: "Event \(place) does not have its hash: it or the one before was changed, put in or moved.")
        case .doesNotFollow(let place, let obligation):
            language(
                vi: "Sự kiện \(place) không nối tiếp trạng thái trước của nghĩa vụ \(obligation).",
                en: "Event \(place) does not follow from the state before of obligation \(obligation).")
        case .stateDiffers(let obligation):
            language(
                vi: "Nghĩa vụ \(obligation) khác với sự kiện cuối của nó: đã bị sửa ngoài chương trình.",
                en: "Obligation \(obligation) differs from its last event: it was changed outside the program.")
        case .pastDiffers(let obligation):
            language(
                vi: "Trạng thái cũ của nghĩa vụ \(obligation) không khớp lịch sử.",
                en: "Earlier states of obligation \(obligation) do not agree with the history.")
        }
    }
}

/// A backup that was made.
struct BackupView: Rendering {
    let report: BackupReport

    struct Payload: Encodable {
        let file: String
        let bytes: Int
        let events: Int
        let head: String
    }

    func json(_ language: Language) -> Payload {
        let history = report.verification.history
        return Payload(file: report.path, bytes: report.size, events: history.events, head: history.head)
    }

    func text(_ style: TextStyle) -> String {
        let history = report.verification.history
        return style(
            vi: "Đã sao lưu và kiểm tra: \(report.path), \(report.size) byte, \(history.events) sự kiện.\n",
            en: "Backed up and checked: \(report.path), \(report.size) bytes, \(history.events) events.\n")
            + (history.head.isEmpty ? "" : style(vi: "Mã cuối: ", en: "Last hash: ") + history.head + "\n")
    }
}

/// A store that was brought back.
struct RestoreView: Rendering {
    let report: RestoreReport

    struct Payload: Encodable {
        let source: String
        let store: String
        @Nullable var previous: String?
        let events: Int
        let head: String
        let tokens: Int
        let revokedTokens: Int
    }

    func json(_ language: Language) -> Payload {
        let history = report.verification.history
        return Payload(
            source: report.source, store: report.store, previous: report.previous, events: history.events,
            head: history.head, tokens: report.tokens, revokedTokens: report.revoked)
    }

    func text(_ style: TextStyle) -> String {
        let events = report.verification.history.events
        let kept = report.previous.map {
            style(vi: "Kho trước đó được giữ ở \($0).\n", en: "The store before is kept in \($0).\n")
        }
        return style(
            vi: "Đã khôi phục \(report.store) từ \(report.source): \(events) sự kiện, lịch sử còn nguyên.\n",
            en: "\(report.store) is restored from \(report.source): \(events) events, the history is untouched.\n")
            + (kept ?? "") + tokens(style)
    }

    private func tokens(_ style: TextStyle) -> String {
        guard report.tokens + report.revoked > 0 else { return "" }
        return style(
            vi:
                "Mã truy cập: \(report.tokens) còn dùng được (xem phuluc token list), \(report.revoked) đã thu hồi sau bản "
                + "sao vẫn bị thu hồi.\n",
            en:
                "Access tokens: \(report.tokens) can be used (see phuluc token list), \(report.revoked) revoked since the "
                + "copy stay revoked.\n")
    }
}

/// An export that was written.
struct ExportView: Rendering {
    let path: String
    let rows: Int

    struct Payload: Encodable {
        let file: String
        let rows: Int
    }

    func json(_ language: Language) -> Payload { Payload(file: path, rows: rows) }

    func text(_ style: TextStyle) -> String {
        style(vi: "Đã xuất \(rows) dòng dữ liệu ra \(path).\n", en: "\(rows) rows written to \(path).\n")
    }
}
