extension Int64 {
    /// The number that consists of 1 to 15 decimal digits and nothing else: no sign, no blank. `nil` for any other text.
    ///
    /// Example: `Int64(digits: "17")` is 17; `Int64(digits: "+17")` is `nil`.
    public init?(digits text: some StringProtocol) {
        guard (1...15).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        self.init(text)
    }
}
