import Testing
import TrackerDomain

@testable import phuluc

struct ExitStatusTests {
    @Test(arguments: TrackerError.Code.allCases)
    func everyFailureHasAStatusThatIsNotSuccess(code: TrackerError.Code) {
        #expect(ExitStatus(code) != .done)
    }
}
