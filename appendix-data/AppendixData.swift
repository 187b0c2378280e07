/// The directory, the work calendar, the reporting regimes and the policies that every new store starts with, embedded in the programs so that
/// one file is all there is to install. The store keeps its own copy, which its owner may edit.
package enum AppendixData {
    /// The tables of agencies, one for each territory, as UTF-8 text with the names of their files.
    package static var agencyTables: [(name: String, bytes: [UInt8])] {
        [
            ("dong-nai.csv", PackageResources.dong_nai_csv),
            ("nam-dinh.csv", PackageResources.nam_dinh_csv),
            ("ninh-binh.csv", PackageResources.ninh_binh_csv),
            ("son-la.csv", PackageResources.son_la_csv),
            ("xuan-loc.csv", PackageResources.xuan_loc_csv),
        ]
    }

    /// Who took over from whom in the reorganisation of 2025, as UTF-8 text with the name of its file.
    package static var successionTable: (name: String, bytes: [UInt8]) {
        ("reorganisation-2025.csv", PackageResources.reorganisation_2025_csv)
    }

    /// The days off and make-up working days of 2021–2030, as UTF-8 text.
    package static var workCalendar: [UInt8] { PackageResources.vietnam_2021_2030_csv }

    /// The reporting regimes, as JSON, one for each file.
    package static var reportingRegimes: [[UInt8]] {
        [
            PackageResources.quy_6_nam_json, PackageResources.quy_i_6_9_nam_json, PackageResources.bnv_cchc_json,
            PackageResources.nd_09_2019_json,
        ]
    }

    /// The standard reminder policy, as JSON.
    package static var reminderPolicy: [UInt8] { PackageResources.standard_json }
}
