package import TrackerDomain
package import TrackerPayloads
package import TrackerService

/// One agency with its names, groups, predecessors and successors.
package struct AgencyDetailView: Rendering {
    let detail: AgencyDetail

    package init(detail: AgencyDetail) {
        self.detail = detail
    }

    package func json(_ language: Language) -> AgencyDetailPayload { AgencyDetailPayload(detail) }

    package func text(_ style: TextStyle) -> String {
        let fields = identity(style) + relations(style)
        return style.bold(detail.agency.name(on: detail.asOf)) + "\n"
            + fields.filter { !$0.1.isEmpty }.map { FieldText.lines($0.0, $0.1, labelWidth: 15, style) }.joined()
    }

    private func identity(_ style: TextStyle) -> [(String, String)] {
        let agency = detail.agency
        let names = agency.names.map { "\($0.name) (\(style.interval(from: $0.from, to: $0.to)))" }
        return [
            (style(vi: "Mã", en: "Id"), agency.id.description),
            (style(vi: "Tiếng Anh", en: "In English"), agency.englishName),
            (style(vi: "Cấp", en: "Level"), agency.level.words(in: style.language)),
            (style(vi: "Hoạt động", en: "Exists"), style.interval(from: agency.validFrom, to: agency.validTo)),
            (style(vi: "Các tên", en: "Names"), names.count > 1 ? names.joined(separator: "\n") : ""),
            (style(vi: "Cách viết khác", en: "Also written"), agency.aliases.joined(separator: "; ")),
        ]
    }

    private func relations(_ style: TextStyle) -> [(String, String)] {
        let agency = detail.agency
        let groups = agency.memberOf.filter { agency.belongs(to: $0, on: detail.asOf) }
        let predecessors = detail.predecessors.map { predecessor($0, style) }
        let successions = detail.successions.map { succession($0, style) }
        let unsure = style(vi: " (suy ra, cần xác nhận)", en: " (inferred, to be confirmed)")
        return [
            (style(vi: "Đơn vị của", en: "Unit of"), agency.partOf.map(name) ?? ""),
            (style(vi: "Thuộc nhóm", en: "Member of"), groups.map(name).joined(separator: "\n")),
            (style(vi: "Thành viên", en: "Members"), members(style)),
            (style(vi: "Tiền thân", en: "Predecessors"), predecessors.joined(separator: "\n")),
            (style(vi: "Kế nhiệm", en: "Successors"), successions.joined(separator: "\n")),
            (style(vi: "Nay là", en: "Now"), later.map(name).joined(separator: "\n")),
            (
                style(vi: "Nay còn nợ", en: "Owes now"),
                style(
                    vi: "\(detail.openObligations) nghĩa vụ chưa xong", en: "\(detail.openObligations) open obligations"
                )
            ),
            (
                style(vi: "Nhận nhắc việc", en: "Reminded at"),
                detail.addresses.map(\.text).joined(separator: "\n")
            ),
            (style(vi: "Căn cứ", en: "Source"), agency.source + (agency.certainty == .general ? unsure : "")),
        ]
    }

    /// Who took over in the end, where that is somebody else than the direct successors.
    private var later: [AgencyID] {
        let direct = Set(detail.successions.flatMap(\.to))
        return detail.successors.filter { !direct.contains($0) }
    }

    private func members(_ style: TextStyle) -> String {
        guard detail.agency.kind == .group else { return "" }
        guard !detail.members.isEmpty else {
            return style(vi: "danh bạ chưa có danh sách", en: "not listed in the directory")
        }
        return "(\(detail.members.count)) " + detail.members.map { $0.name(on: detail.asOf) }.joined(separator: "; ")
    }

    private func predecessor(_ succession: Succession, _ style: TextStyle) -> String {
        "\(name(succession.from)), " + facts(succession, style)
    }

    private func succession(_ succession: Succession, _ style: TextStyle) -> String {
        let heirs =
            succession.to.isEmpty
            ? style(vi: "không có cơ quan kế nhiệm duy nhất", en: "nobody takes over everything")
            : succession.to.map(name).joined(separator: "; ")
        return "\(heirs), " + facts(succession, style)
    }

    /// "sáp nhập từ 01/3/2025 [son-la/so-tai-chinh]: NQ …; kiểm chứng một phần".
    private func facts(_ succession: Succession, _ style: TextStyle) -> String {
        let function = succession.function.isEmpty ? "" : " (\(succession.function))"
        let kind = succession.kind.words(in: style.language) + function
        let since = style(vi: " từ \(style.day(succession.on)): ", en: " from \(style.day(succession.on)): ")
        return kind + since + succession.source + " – " + succession.certainty.words(in: style.language)
    }

    /// "Sở Tài chính [son-la/so-tai-chinh-2025]": the id tells agencies of one name apart.
    private func name(_ id: AgencyID) -> String { "\(detail.names[id] ?? "") [\(id)]" }
}
