import Testing
import TrackerDomain
import TrackerOutput

@testable import phuluc

struct ExitStatusTests {
    @Test(arguments: TrackerError.Code.allCases)
    func everyFailureHasAStatusThatIsNotSuccess(code: TrackerError.Code) {
        #expect(ExitStatus(code) != .done)
    }
}
