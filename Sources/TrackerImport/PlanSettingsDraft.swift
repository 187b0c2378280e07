/// What is said of a plan's settings, in its `plan.json` or by options; what is not said stays as it is.
package struct PlanSettingsDraft: Hashable, Sendable {
    /// The id of a reporting regime.
    package var regime: String?
    package var beforeIncludesDay: Bool?
    package var movesToWorkingDay: Bool?

    package init(regime: String? = nil, beforeIncludesDay: Bool? = nil, movesToWorkingDay: Bool? = nil) {
        self.regime = regime
        self.beforeIncludesDay = beforeIncludesDay
        self.movesToWorkingDay = movesToWorkingDay
    }

    /// This draft with everything replaced that `other` says.
    package func overridden(by other: PlanSettingsDraft) -> PlanSettingsDraft {
        PlanSettingsDraft(
            regime: other.regime ?? regime, beforeIncludesDay: other.beforeIncludesDay ?? beforeIncludesDay,
            movesToWorkingDay: other.movesToWorkingDay ?? movesToWorkingDay)
    }
}
