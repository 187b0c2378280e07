/// The words around names of agencies: those that begin one, those that name its head, those that say where it is.
enum AgencyVocabulary {
    /// Words with which the name of a body begins. After "và", "/" or " - " they tell a new name ("Sở Tài chính và Sở Y
    /// tế") from the rest of one ("Sở Tài chính và Kế hoạch").
    static let heads: Set<[String]> = Set(
        [
            "Sở", "UBND", "HĐND", "VP", "Các", "Cục", "Chi cục", "Tổng cục", "Ban", "Trung tâm", "Thanh tra", "Công an",
            "Bộ Chỉ huy", "Kho bạc", "BHXH", "Đài", "Báo", "Cổng", "Trường", "Phòng", "Hội", "Liên đoàn", "Ủy ban",
            "Tỉnh đoàn", "Tỉnh ủy", "Thành ủy", "Huyện ủy", "Đơn vị", "Cơ quan", "Địa phương", "Viện", "Tòa án",
            "Bưu điện", "Điện lực", "Mặt trận", "Bộ phận",
        ].map(AgencyWords.keys(of:)))

    /// The longest of ``heads`` in words.
    static let longestHead = 2

    /// Words that name the head of a body, who answers for it: "Giám đốc Sở Nội vụ" is Sở Nội vụ, "Chủ tịch UBND cấp
    /// huyện" is UBND cấp huyện; and "tất cả", which adds nothing.
    static let openers: Set<String> = Set(
        ["giám đốc", "chủ tịch", "chánh", "trưởng", "thủ trưởng", "người đứng đầu", "lãnh đạo", "tất cả"]
            .map { AgencyWords.keys(of: $0).joined(separator: " ") })

    /// The longest of ``openers`` in words.
    static let longestOpener = 3

    /// "và" in folded form.
    static let and = VietnameseText.folded("và")

    /// The optional leading word of a group: "Các sở, ban, ngành" is "Sở, ban, ngành".
    static let plural = VietnameseText.folded("các")

    /// A remark in brackets with one of these takes something away from what stands before it: "(trừ Sở Y tế)".
    static let exceptions: Set<String> = Set(["trừ", "không", "ngoài"].map { VietnameseText.folded($0) })

    /// What may follow a name and only repeats where the agency is: "tỉnh", "của tỉnh", "tỉnh Sơn La", "Sơn La", "trên
    /// địa bàn tỉnh Sơn La". The place is the issuer's without its first word: "tỉnh Sơn La".
    static func tails(ofPlace place: [String]) -> [[String]] {
        guard let rank = place.first, place.count > 1 else { return [] }
        let places = [[rank], place, Array(place.dropFirst())]
        let links = ["", "của", "thuộc", "trong", "ở", "trên địa bàn"].map(AgencyWords.keys(of:))
        return links.flatMap { link in places.map { link + $0 } } + [AgencyWords.keys(of: "cấp") + [rank]]
    }
}
