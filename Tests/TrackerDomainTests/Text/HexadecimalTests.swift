import Testing
import TrackerDomain

struct HexadecimalTests {
    @Test func everyByteHasTwoDigits() {
        #expect([UInt8]().hexadecimal == "")
        #expect([UInt8](0...255).hexadecimal.count == 512)
        #expect(([0, 9, 10, 15, 16, 0x9F, 255] as [UInt8]).hexadecimal == "00090a0f109fff")
    }
}
