import TrackerDomain
import TrackerPayloads
import TrackerService

/// Access tokens.
struct TokenListView: Rendering {
    let tokens: [TokenEntry]
    let asOf: CivilDate

    func json(_ language: Language) -> ListPayload<TokenPayload> {
        ListPayload(tokens.map { TokenPayload($0) }, asOf: asOf)
    }

    func csv(_ language: Language) -> [[String]]? {
        [["id", "name", "role", "agency", "status", "createdOn", "expiresOn", "lastUsedOn"]]
            + tokens.map { entry in
                let token = entry.token
                return [
                    String(token.id), token.name, token.role.rawValue, token.agency?.description ?? "",
                    entry.status.rawValue, CivilDate(millisecondsSince1970: token.createdAt).description,
                    token.expiresOn?.description ?? "",
                    token.lastUsedAt.map { CivilDate(millisecondsSince1970: $0).description } ?? "",
                ]
            }
    }

    func text(_ style: TextStyle) -> String {
        guard !tokens.isEmpty else {
            return style(vi: "Chưa có mã truy cập nào.\n", en: "There are no access tokens.\n")
        }
        var table = TextTable(columns: [
            .init(title: style(vi: "Số", en: "No."), alignsRight: true),
            .init(title: style(vi: "Cấp cho", en: "For"), isFlexible: true),
            .init(title: style(vi: "Vai trò", en: "Role")),
            .init(title: style(vi: "Cơ quan", en: "Agency"), maximum: 28),
            .init(title: style(vi: "Tình trạng", en: "Status")),
            .init(title: style(vi: "Cấp ngày", en: "Made on")), .init(title: style(vi: "Đến hết", en: "Valid to")),
            .init(title: style(vi: "Dùng gần nhất", en: "Last used")),
        ])
        table.rows = tokens.map { entry in
            let token = entry.token
            return [
                String(token.id), token.name, token.role.words(in: style.language), entry.agencyName ?? "–",
                entry.status.words(in: style.language),
                style.day(CivilDate(millisecondsSince1970: token.createdAt)), style.day(token.expiresOn),
                style.day(token.lastUsedAt.map { CivilDate(millisecondsSince1970: $0) }),
            ]
        }
        return table.text(style)
    }
}

/// A token that was made, with its secret.
struct NewTokenView: Rendering {
    let token: NewToken

    func json(_ language: Language) -> TokenPayload { TokenPayload(token.entry, secret: token.secret) }

    func text(_ style: TextStyle) -> String {
        let entry = token.entry
        let agency = entry.agencyName.map { ", \($0)" } ?? ""
        return style(
            vi:
                "Mã truy cập số \(entry.token.id) (\(entry.token.role.words(in: .vi))\(agency)). Chỉ hiện một lần này:\n",
            en: "Access token \(entry.token.id) (\(entry.token.role.words(in: .en))\(agency)). It is shown this once:\n"
        )
            + token.secret + "\n"
    }
}

/// A token that was revoked.
struct RevokedTokenView: Rendering {
    let entry: TokenEntry

    func json(_ language: Language) -> TokenPayload { TokenPayload(entry) }

    func text(_ style: TextStyle) -> String {
        style(
            vi: "Mã truy cập số \(entry.token.id) (\(entry.token.name)) đã thu hồi.\n",
            en: "Access token \(entry.token.id) (\(entry.token.name)) is revoked.\n")
    }
}
