internal import Foundation

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// A program that runs, in a process group of its own.
///
/// Foundation's `Process` is no use here: it takes a program for running as long as one that it left behind runs, and mail
/// programs leave one behind to deliver. The lock guards the status, which a thread of its own waits for.
final class ChildProcess: @unchecked Sendable {
    private let id: pid_t
    private let lock = NSLock()
    private let ended = DispatchSemaphore(value: 0)
    private var waitStatus: Int32 = 0
    private var hasEnded = false

    init?(_ program: String, _ arguments: [String], inputPath: String, output: Int32, errors: Int32) {
        #if canImport(Darwin)
            var (actions, attributes): (posix_spawn_file_actions_t?, posix_spawnattr_t?)
        #else
            var (actions, attributes) = (posix_spawn_file_actions_t(), posix_spawnattr_t())
        #endif
        posix_spawn_file_actions_init(&actions)
        posix_spawnattr_init(&attributes)
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, inputPath, O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
        posix_spawn_file_actions_adddup2(&actions, errors, STDERR_FILENO)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
        let words = ([program] + arguments).map { strdup($0) }
        let environment = ProcessInfo.processInfo.environment.map { strdup("\($0.key)=\($0.value)") }
        var id: pid_t = 0
        let failure = posix_spawn(&id, program, &actions, &attributes, words + [nil], environment + [nil])
        (words + environment).forEach { free($0) }
        posix_spawn_file_actions_destroy(&actions)
        posix_spawnattr_destroy(&attributes)
        close(output)
        close(errors)
        self.id = id
        guard failure == 0 else { return nil }
        Thread.detachNewThread { self.wait() }
    }

    private func wait() {
        var status: Int32 = 0
        while waitpid(id, &status, 0) < 0, errno == EINTR {}
        lock.withLock { (waitStatus, hasEnded) = (status, true) }
        ended.signal()
    }

    /// Waits for the end; says whether it came.
    func ends(within time: DispatchTimeInterval) -> Bool {
        if lock.withLock({ hasEnded }) { return true }
        return ended.wait(timeout: .now() + time) == .success
    }

    /// Sends a signal to the program and to those that it has started.
    func signal(_ number: Int32) { kill(-id, number) }

    /// Its exit status, or 128 and a signal; waits for the end, which SIGKILL brings for certain.
    func status() -> Int {
        while !ends(within: .seconds(1)) {}
        let status = Int(lock.withLock { waitStatus })
        return status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + (status & 0x7F)
    }
}
