package import TrackerDomain

/// Everything that one reminder says, before it is put into words: who is reminded, of what, and, for the standing
/// agency, how things stand elsewhere.
package struct ReminderLetter: Hashable, Sendable {
    package let recipientName: String
    /// The People's Committee that the recipient belongs to; `nil` for itself and where it is not known.
    package let issuerName: String?
    package let day: CivilDate
    /// What the recipient owes and is late with, the longest overdue first.
    package var overdue: Listing<Item>
    /// What the recipient owes and falls due, the most urgent first.
    package var fallingDue: Listing<Item>
    /// What others owe and are late with, of which the recipient is told so that it can urge them.
    package var atOthers: Listing<Item>
    /// How things stand altogether: for the standing agency only.
    package var overview: Overview?

    /// A list that is cut off, with the length that it has.
    package struct Listing<Element: Hashable & Sendable>: Hashable, Sendable {
        package let items: [Element]
        package let total: Int

        package init(_ items: [Element] = [], total: Int? = nil) {
            self.items = items
            self.total = total ?? items.count
        }

        /// How many are not listed.
        package var rest: Int { max(0, total - items.count) }
    }

    /// What the standing agency has before it.
    package struct Overview: Hashable, Sendable {
        package var overdueByAgency: Listing<AgencyCount>
        package var toConfirm: Listing<Item>
        package var toSettle: Listing<QuestionEntry>
        package var extensionRequests: Listing<Item>

        package init(
            overdueByAgency: Listing<AgencyCount> = .init(), toConfirm: Listing<Item> = .init(),
            toSettle: Listing<QuestionEntry> = .init(), extensionRequests: Listing<Item> = .init()
        ) {
            self.overdueByAgency = overdueByAgency
            self.toConfirm = toConfirm
            self.toSettle = toSettle
            self.extensionRequests = extensionRequests
        }
    }

    /// How many obligations an agency is late with.
    package struct AgencyCount: Hashable, Sendable {
        package let agencyName: String
        package let overdue: Int
        /// The days of the one that is longest overdue.
        package let longestDaysLate: Int

        package init(agencyName: String, overdue: Int, longestDaysLate: Int) {
            self.agencyName = agencyName
            self.overdue = overdue
            self.longestDaysLate = longestDaysLate
        }
    }

    /// One obligation in a letter.
    package struct Item: Hashable, Sendable {
        package let entry: ObligationEntry
        /// Whether the agency is named: where others owe it, or where the name in the plan is not known.
        package let namesAgency: Bool

        package init(_ entry: ObligationEntry, namesAgency: Bool) {
            self.entry = entry
            self.namesAgency = namesAgency
        }
    }

    /// How many items a section lists.
    package static let limit = 200

    /// A letter about items of the recipient's own and of others, in any order.
    package init(
        recipient: AgencyID, recipientName: String, issuerName: String?, day: CivilDate, entries: [ObligationEntry],
        overview: Overview? = nil
    ) {
        self.recipientName = recipientName
        self.issuerName = issuerName
        self.day = day
        self.overview = overview
        let urgent = entries.sorted {
            ($0.obligation.state.effectiveDue ?? day, $0.obligation.id)
                < ($1.obligation.state.effectiveDue ?? day, $1.obligation.id)
        }
        let own = urgent.filter { $0.obligation.agency == nil || $0.obligation.agency == recipient }
        let isLate = { (entry: ObligationEntry) in entry.obligation.state.effectiveDue.map { $0 < day } ?? false }
        func list(_ entries: [ObligationEntry], namesAgency: Bool = false) -> Listing<Item> {
            Listing(
                entries.prefix(Self.limit).map { entry in
                    Item(entry, namesAgency: namesAgency || entry.obligation.agency == nil && !entry.agencyName.isEmpty)
                }, total: entries.count)
        }
        overdue = list(own.filter(isLate))
        fallingDue = list(own.filter { !isLate($0) })
        atOthers = list(
            urgent.filter { $0.obligation.agency != nil && $0.obligation.agency != recipient }, namesAgency: true)
    }

    /// The letter in words.
    package func written(in language: Language) -> WrittenLetter {
        let content = LetterContent(of: self, in: language)
        return WrittenLetter(
            subject: content.subject, text: LetterText(content: content).text, html: LetterHTML(content: content).html)
    }
}

/// A letter in one language: its subject, as plain text, and as a self-contained HTML document.
package struct WrittenLetter: Hashable, Sendable {
    package let subject: String
    package let text: String
    package let html: String
}
