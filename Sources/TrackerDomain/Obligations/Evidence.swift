/// The document that shows that an obligation is met: number, date and title, as the records office keeps them.
public struct Evidence: Hashable, Sendable {
    public let number: DocumentNumber
    public let date: CivilDate
    /// Trích yếu; empty where it is not given.
    public let title: String

    public init(number: DocumentNumber, date: CivilDate, title: String = "") {
        self.number = number
        self.date = date
        self.title = title
    }
}
