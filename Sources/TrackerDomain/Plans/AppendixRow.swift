/// One row of a plan's appendix, word for word: an activity before anything is read into it.
public struct AppendixRow: Hashable, Sendable {
    /// The field of reform above the row: "I", "CẢI CÁCH THỂ CHẾ". Numbering of rows restarts in each section.
    public struct Section: Hashable, Sendable {
        /// The Roman number as written, "I"; empty where the table has no sections.
        public var ordinal: String
        /// The heading as written.
        public var title: String

        public init(ordinal: String, title: String) {
            self.ordinal = ordinal
            self.title = title
        }
    }

    /// The section that the row stands in.
    public var section: Section
    /// STT, the number within the section as written, "1".
    public var ordinal: String
    /// Nhiệm vụ/Hoạt động cụ thể.
    public var task: String
    /// Kết quả/Sản phẩm.
    public var product: String
    /// Chủ trì.
    public var lead: String
    /// Phối hợp.
    public var cooperation: String
    /// Thời gian.
    public var deadline: String
    /// Kinh phí; empty cells are usual.
    public var funding: String
    /// The clause that a curated row comes from, where the plan has no appendix; empty otherwise.
    public var sourceClause: String
    /// Whether all cells were there; a row that breaks off in the document is kept and marked.
    public var isComplete: Bool

    public init(
        section: Section, ordinal: String, task: String, product: String = "", lead: String = "",
        cooperation: String = "", deadline: String = "", funding: String = "", sourceClause: String = "",
        isComplete: Bool = true
    ) {
        self.section = section
        self.ordinal = ordinal
        self.task = task
        self.product = product
        self.lead = lead
        self.cooperation = cooperation
        self.deadline = deadline
        self.funding = funding
        self.sourceClause = sourceClause
        self.isComplete = isComplete
    }

    /// The row's place in the plan, "III.4".
    public var place: String {
        section.ordinal.isEmpty ? ordinal : "\(section.ordinal).\(ordinal)"
    }
}
