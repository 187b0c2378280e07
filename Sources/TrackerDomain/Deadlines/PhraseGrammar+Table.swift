extension PhraseGrammar {
    /// What comes again.
    static let recurrence: [Wording] = [
        Wording(
            .every(.week),
            "hàng tuần|hằng tuần|mỗi tuần|từng tuần|theo tuần|1 tuần 1 lần|tuần 1 lần|1 lần / tuần|tuần / lần",
            example: "Thứ 5 hàng tuần", .recurring),
        Wording(
            .every(.month(nil)),
            "hàng tháng|hằng tháng|mỗi tháng|từng tháng|theo tháng|1 tháng 1 lần|tháng 1 lần|1 lần / tháng|tháng / lần"
                + "|1 tháng / lần|1 tháng / 1 lần",
            example: "25 hàng tháng", .recurring),
        Wording(
            .every(.quarter(nil)),
            "hàng quý|hằng quý|mỗi quý|từng quý|theo quý|hàng quí|hằng quí|1 quý 1 lần|quý 1 lần|1 lần / quý|quý / lần"
                + "|3 tháng 1 lần|1 lần / 3 tháng|3 tháng / lần|mỗi 3 tháng|1 quý / lần|3 tháng / 1 lần",
            example: "Định kỳ 03 tháng một lần", .recurring),
        Wording(
            .every(.half(nil)),
            "6 tháng 1 lần|1 lần / 6 tháng|6 tháng / lần|6 tháng / 1 lần|mỗi 6 tháng|hàng 6 tháng|hằng 6 tháng|từng 6 tháng|2 lần / năm"
                + "|mỗi năm 2 lần|1 năm 2 lần|năm 2 lần|hàng năm 2 lần|hằng năm 2 lần|nửa năm 1 lần|2 lần 1 năm",
            example: "6 tháng/lần", .recurring),
        Wording(
            .every(.year),
            "hàng năm|hằng năm|mỗi năm|từng năm|theo năm|theo từng năm|thường niên|hàng niên|1 năm 1 lần|năm 1 lần|1 lần / năm"
                + "|năm / lần|1 năm / lần|mỗi năm 1 lần|hàng năm 1 lần|hằng năm 1 lần|các năm trong giai đoạn",
            example: "Hằng năm", .recurring),
        Wording(
            .following,
            "và các năm tiếp theo|các năm tiếp theo|và những năm tiếp theo|những năm tiếp theo|và năm tiếp theo|và các năm sau"
                + "|các năm sau|các năm sau đó|và các năm sau đó|những năm sau|trở đi|và hàng năm|và hằng năm|hàng năm tiếp theo"
                + "|hằng năm tiếp theo|và hàng năm tiếp theo|và hằng năm tiếp theo|và các năm kế tiếp|các năm kế tiếp",
            example: "Năm 2026 và các năm tiếp theo", .recurring),
        Wording(.periodic, "định kỳ|định kì|theo định kỳ", example: "Định kỳ quý I, 6 tháng, 9 tháng, năm", .recurring),
        Wording(
            .report, "báo cáo|chế độ báo cáo|kỳ báo cáo|báo cáo kết quả", example: "Báo cáo quý, 6 tháng và năm",
            .recurring),
    ]

    /// What stands before a date and says on which side of it the work is due.
    static let bounds: [Wording] = [
        Wording(
            .before,
            "trước|trước thời điểm|chậm nhất trước|chậm nhất là trước|muộn nhất trước|xong trước|đến trước|trước thời hạn"
                + "|hoàn thành trước|trươc|trưóc|truớc",
            example: "Trước ngày 15/6/2026", .fixed),
        Wording(
            .by,
            "chậm nhất|chậm nhất là|muộn nhất|muộn nhất là|không quá|không muộn hơn|không chậm hơn|chậm nhất đến|muộn nhất đến"
                + "|trong|trong thời gian|vào|hết|xong|hạn chót|hạn cuối|trong khoảng|nội trong|ngay trong|chậm nhất vào",
            example: "Không quá 30/6/2026", .fixed),
        Wording(
            .to, "đến|tới|đến hết|tới hết|cho đến|cho đến hết|đến khi hết|kéo dài đến",
            example: "Đến hết quý II/2026", .fixed),
        Wording(
            .from, "từ|bắt đầu từ|bắt đầu|kể từ đầu|từ đầu", example: "Từ quý III/2026 đến quý III/2030", .fixed),
    ]

    /// What ties a deadline to an event.
    static let anchors: [Wording] = [
        Wording(
            .after,
            "sau khi|ngay sau khi|kể từ khi|tính từ khi|từ khi|khi|ngay khi|kể từ lúc",
            example: "10 ngày làm việc sau khi Nghị quyết được ban hành", .event),
        Wording(
            .since, "kể từ|tính từ|tính kể từ|kể từ thời điểm|tính từ thời điểm|sau",
            example: "30 ngày kể từ ngày Nghị quyết có hiệu lực", .event),
        Wording(.beforeEvent, "trước khi|trước lúc", example: "Trước khi trình HĐND tỉnh", .unresolved),
        Wording(.session, "kỳ họp|kì họp|phiên họp", example: "Kỳ họp gần nhất 2026", .event),
        Wording(.onDemand, "đột xuất|theo yêu cầu|khi có yêu cầu|khi được yêu cầu", example: "Đột xuất", .event),
        Wording(
            .title, "luật|bộ luật|hiến pháp|pháp lệnh|tết|tết nguyên đán|đại hội",
            example: "Luật Tổ chức chính quyền địa phương năm 2025", .unresolved),
        Wording(.according, "theo|như|căn cứ", example: "Theo lộ trình triển khai Đề án", .reference),
    ]

    /// The words of time.
    static let times: [Wording] = [
        Wording(.edge(.start), "đầu|đầu tiên|đầu của|đầu tiên của", example: "Đầu tháng 6/2026", .fixed),
        Wording(.edge(.middle), "giữa", example: "Giữa năm 2026", .fixed),
        Wording(.edge(.end), "cuối|cuối cùng|cuối của|cuối cùng của", example: "Cuối tháng 6 hằng năm", .recurring),
        Wording(.unit(.day), "ngày", example: "Ngày 15 tháng 6 năm 2026", .fixed),
        Wording(
            .unit(.workingDay), "ngày làm việc|ngày ( làm việc )", example: "05 ngày làm việc sau khi có kết luận",
            .event),
        Wording(.unit(.week), "tuần", example: "2 tuần sau khi có kết luận", .event),
        Wording(.unit(.month), "tháng", example: "Tháng 02/2026", .fixed),
        Wording(.unit(.quarter), "quý|quí", example: "Quí 4/2026", .fixed),
        Wording(.unit(.year), "năm", example: "Năm 2026", .fixed),
        Wording(
            .planYear, "năm kế hoạch|của năm kế hoạch|năm kế hoạch này", example: "Trong tháng 1 năm kế hoạch",
            .recurring),
        Wording(
            .monthOf(.quarter, fromEnd: 0),
            "tháng cuối quý|tháng cuối của quý|tháng cuối cùng của quý|tháng cuối mỗi quý|tháng cuối của mỗi quý"
                + "|tháng cuối hàng quý|tháng cuối hằng quý|tháng cuối cùng quý|tháng thứ 3 của quý",
            example: "Chậm nhất ngày 15 tháng cuối quý", .recurring),
        Wording(
            .monthOf(.anyReport, fromEnd: 0),
            "tháng cuối kỳ báo cáo|tháng cuối của kỳ báo cáo|tháng cuối cùng của kỳ báo cáo|tháng cuối kỳ"
                + "|tháng cuối mỗi kỳ báo cáo|tháng cuối cùng kỳ báo cáo|tháng cuối của kỳ|tháng cuối các kỳ báo cáo",
            example: "Chậm nhất là ngày 20 của tháng cuối kỳ báo cáo", .recurring),
        Wording(
            .monthOf(.quarter, fromEnd: -2),
            "tháng đầu quý|tháng đầu của quý|tháng đầu tiên của quý|tháng đầu mỗi quý|tháng đầu của mỗi quý",
            example: "Ngày 10 tháng đầu quý", .recurring),
        Wording(
            .monthOf(.quarter, fromEnd: 1),
            "tháng đầu quý sau|tháng đầu của quý sau|tháng đầu tiên của quý sau|tháng đầu quý tiếp theo"
                + "|tháng đầu của quý tiếp theo|tháng đầu tiên của quý tiếp theo|tháng đầu quý kế tiếp|tháng đầu tiên quý sau",
            example: "Trước ngày 05 tháng đầu quý sau", .recurring),
        Wording(
            .monthOf(.month, fromEnd: 1),
            "tháng sau liền kề|tháng tiếp theo|tháng kế tiếp|tháng liền kề|tháng sau đó",
            example: "Ngày 05 tháng tiếp theo, hàng tháng", .recurring),
        Wording(
            .otherYear,
            "năm tiếp theo|năm kế tiếp|năm tới|năm nay|năm này|năm liền kề|năm sau liền kề|năm trước liền kề|năm liền trước"
                + "|năm ngoái|năm kế hoạch tiếp theo",
            example: "Quý I năm tiếp theo", .unresolved),
        Wording(.shareOfMonth(10), "thượng tuần", example: "Thượng tuần tháng 6/2026", .fixed),
        Wording(.shareOfMonth(15), "nửa đầu|nửa tháng đầu", example: "Nửa đầu tháng 6/2026", .fixed),
        Wording(.shareOfMonth(20), "trung tuần", example: "Trung tuần tháng 6/2026", .fixed),
        Wording(
            .shareOfMonth(nil), "hạ tuần|nửa cuối|nửa sau|nửa tháng cuối", example: "Hạ tuần tháng 6/2026", .fixed),
        Wording(.halfYear(1), "nửa đầu năm|nửa năm đầu", example: "Nửa đầu năm 2026", .fixed),
        Wording(.halfYear(2), "nửa cuối năm|nửa năm cuối|nửa sau năm", example: "Nửa cuối năm 2026", .fixed),
        Wording(.weekday(nil), "thứ", example: "Thứ Sáu hằng tuần", .recurring),
        Wording(.weekday(8), "chủ nhật", example: "Chủ nhật hàng tuần", .recurring),
        Wording(.or, "hoặc|hay", example: "Quý III hoặc quý IV/2026", .unresolved),
        Wording(.and, "và|cùng với", example: "Quý I và quý III hằng năm", .recurring),
        Wording(
            .filler,
            "là|của|hoàn thành|giai đoạn|gđ|trong giai đoạn|từng giai đoạn|theo từng giai đoạn|trước mắt|trước hết|trước đây",
            example: "Giai đoạn 2026-2030", .fixed),
    ]

    /// What is no date at all.
    static let states: [Wording] = [
        Wording(
            .ongoing,
            "thường xuyên|liên tục|thường xuyên liên tục|hàng ngày|hằng ngày|duy trì thường xuyên|mỗi ngày|thường trực",
            example: "Thực hiện thường xuyên", .ongoing),
        Wording(
            .done,
            "đã hoàn thành|đã thực hiện|đã ban hành|đã xong|đã triển khai xong|đã hoàn thiện|đã thực hiện xong|hoàn thành xong",
            example: "Đã hoàn thành", .done),
        Wording(
            .vague,
            "kịp thời|sớm|sớm nhất|ngay|khẩn trương|thời gian tới|trong thời gian tới|lâu dài|ngày càng|đầu kỳ|cuối kỳ",
            example: "Càng sớm càng tốt", .unresolved),
        Wording(
            .refused,
            "không thực hiện|chưa hoàn thành|đã hoàn thành một phần|chưa xác định|chưa có thời hạn|chưa rõ|không xác định|không có thời hạn|tạm dừng|dừng thực hiện"
                + "|không tiếp tục|chưa thực hiện|tạm hoãn|năm học|theo năm học|hủy bỏ|bãi bỏ|khoảng|không trước|không sớm hơn|không phải|âm lịch|rằm|tháng giêng|tháng chạp|?",
            example: "Chưa xác định (dự kiến năm 2027)", .unresolved),
    ]
}
