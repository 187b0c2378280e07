import Testing
import TrackerDomain

@testable import TrackerStorage

struct StoreOpeningTests {
    @Test func aStoreThatIsNotThereIsNamed() {
        let path = "/nonexistent-folder/phuluc.sqlite"
        #expect(throws: TrackerError.storeMissing(path: path)) {
            try Store(path: path, opening: .existing, report: { _ in })
        }
    }
}
