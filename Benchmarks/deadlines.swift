/// Reads the cells given on standard input in a loop, one a line, and prints expressions a second on one core. It is
/// compiled with the sources of the domain by `Benchmarks/deadlines`.
@main
enum DeadlineBenchmark {
    static func main() {
        var cells: [String] = []
        while let line = readLine() { cells.append(line) }
        let issued = CivilDate(year: 2026, month: 1, day: 5) ?? CivilDate(dayNumber: 0)
        let context = DeadlineContext(issued: issued, years: 2026...2030)
        var rates: [Double] = []
        for _ in 0..<7 {
            let clock = ContinuousClock()
            var (count, parts) = (0, 0)
            let time = clock.measure {
                while count < 60_000 {
                    for cell in cells { parts += DeadlineReading(of: cell, in: context).parts.count }
                    count += cells.count
                }
            }
            precondition(parts >= count)
            let seconds = Double(time.components.attoseconds) / 1e18 + Double(time.components.seconds)
            rates.append(Double(count) / seconds)
        }
        rates.sort()
        print("\(cells.count) cells: median \(Int(rates[3])) a second, best \(Int(rates[6]))")
    }
}
