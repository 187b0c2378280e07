/// Which obligations somebody may see.
public struct Visibility: Hashable, Sendable {
    /// `nil` where nothing is hidden.
    public let circle: Circle?

    /// What concerns one agency.
    public struct Circle: Hashable, Sendable {
        /// The agency, those that it took over from: what they owe is seen.
        public var owners: Set<AgencyID>
        /// The same with the groups that they belong to: rows that name one of them are seen.
        public var named: Set<AgencyID>
        /// Plans that are kept, seen whole.
        public var plans: Set<Int64>
        /// Whether sections supervised by one of the owners are seen.
        public var supervises: Bool

        public init(owners: Set<AgencyID>, named: Set<AgencyID>, plans: Set<Int64> = [], supervises: Bool = false) {
            self.owners = owners
            self.named = named
            self.plans = plans
            self.supervises = supervises
        }
    }

    /// Everything in the store.
    public static let everything = Visibility(circle: nil)

    public init(circle: Circle?) {
        self.circle = circle
    }
}
