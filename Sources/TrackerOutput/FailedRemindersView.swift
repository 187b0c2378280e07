package import TrackerDomain
package import TrackerPayloads
package import TrackerService

/// Messages that were given up.
package struct FailedRemindersView: Rendering {
    let messages: [FailedMessage]
    let asOf: CivilDate

    package init(messages: [FailedMessage], asOf: CivilDate) {
        self.messages = messages
        self.asOf = asOf
    }

    package func json(_ language: Language) -> ListPayload<FailedMessagePayload> {
        ListPayload(messages.map { FailedMessagePayload($0, in: language) }, asOf: asOf)
    }

    package func csv(_ language: Language) -> [[String]]? {
        [["number", "channel", "recipient", "day", "attempts", "obligations", "reason"]]
            + messages.map {
                [
                    "\($0.number)", $0.channel.rawValue, $0.recipient.description, $0.day.description, "\($0.attempts)",
                    "\($0.obligations)", $0.reason(language),
                ]
            }
    }

    package func text(_ style: TextStyle) -> String {
        guard !messages.isEmpty else {
            return style(vi: "Không có bản nào bị bỏ cuộc.\n", en: "No message was given up.\n")
        }
        var table = TextTable(columns: [
            .init(title: style(vi: "Số", en: "No."), alignsRight: true), .init(title: style(vi: "Kênh", en: "Channel")),
            .init(title: style(vi: "Cơ quan", en: "Agency"), lines: 2), .init(title: style(vi: "Ngày", en: "Day")),
            .init(title: style(vi: "Lần", en: "Tries"), alignsRight: true),
            .init(title: style(vi: "Nghĩa vụ", en: "Items"), alignsRight: true),
            .init(title: style(vi: "Lý do", en: "Reason"), isFlexible: true, lines: 5),
        ])
        table.rows = messages.map {
            [
                "\($0.number)", $0.channel.rawValue, $0.recipientName, style.day($0.day), "\($0.attempts)",
                "\($0.obligations)", $0.reason(style.language),
            ]
        }
        return table.text(style)
            + style(
                vi: "\nGửi lại bằng “phuluc remind retry”.\n", en: "\nSend them again with “phuluc remind retry”.\n")
    }
}
