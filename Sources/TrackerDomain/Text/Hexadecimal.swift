extension Sequence<UInt8> {
    /// Bytes as lower-case hexadecimal digits, two for each: how hashes are written.
    ///
    /// ```swift
    /// [0, 10, 255].hexadecimal // "000aff"
    /// ```
    @inlinable
    public var hexadecimal: String {
        var digits: [UInt8] = []
        digits.reserveCapacity(2 * underestimatedCount)
        for byte in self {
            for half in [byte >> 4, byte & 15] {
                digits.append(half < 10 ? UInt8(ascii: "0") + half : UInt8(ascii: "a") + half - 10)
            }
        }
        return String(decoding: digits, as: UTF8.self)
    }
}
