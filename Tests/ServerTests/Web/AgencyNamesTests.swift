import Testing
import TrackerDomain

@testable import phuluc_server

struct AgencyNamesTests {
    @Test func namesakesOfOtherProvincesAreToldApart() {
        let here = AgencyID("son-la/so-noi-vu"), there = AgencyID("dong-nai/so-noi-vu")
        let other = AgencyID("son-la/so-tu-phap")
        let names = AgencyNames(
            [(here, "Sở Nội vụ"), (there, "Sở Nội vụ"), (other, "Sở Tư pháp")], Wording(language: .vi))
        #expect(names(here, "Sở Nội vụ") == "Sở Nội vụ (son-la)")
        #expect(names(there, "Sở Nội vụ", isFormer: true) == "Sở Nội vụ (dong-nai, cũ)")
        #expect(names(other, "Sở Tư pháp") == "Sở Tư pháp")
    }

    @Test func oneNameInOneProvinceNeedsNoMark() {
        let old = AgencyID("son-la/so-tai-chinh"), new = AgencyID("son-la/so-tai-chinh-2025")
        let names = AgencyNames([(old, "Sở Tài chính"), (new, "Sở Tài chính")], Wording(language: .en))
        #expect(names(old, "Sở Tài chính", isFormer: true) == "Sở Tài chính (former)")
        #expect(names(new, "Sở Tài chính") == "Sở Tài chính")
        #expect(names(nil, "") == "(agency not known)")
    }
}
