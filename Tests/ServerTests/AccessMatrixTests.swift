import HTTPTypes
import HummingbirdTesting
import Testing
import TrackerDomain
import TrackerService

@testable import phuluc_server

/// Every route with every role, for an agency that the obligation concerns and one that it does not.
struct AccessMatrixTests {
    /// A holder of a token.
    private struct Holder {
        let role: AccessRole
        let agency: String?
        /// Whether obligation 3 concerns the agency: led by Sở Tư pháp, all departments cooperate.
        let isConcerned: Bool
        let isLead: Bool
    }

    private static let holders = [
        Holder(role: .lead, agency: "Sở Tư pháp", isConcerned: true, isLead: true),
        Holder(role: .lead, agency: "Sở Y tế", isConcerned: true, isLead: false),
        Holder(role: .lead, agency: "dong-nai/so-tu-phap", isConcerned: false, isLead: false),
        Holder(role: .cooperating, agency: "Sở Tư pháp", isConcerned: true, isLead: false),
        Holder(role: .cooperating, agency: "dong-nai/so-tu-phap", isConcerned: false, isLead: false),
        Holder(role: .standing, agency: "son-la/so-noi-vu", isConcerned: true, isLead: false),
        Holder(role: .standing, agency: "dong-nai/so-tu-phap", isConcerned: false, isLead: false),
        Holder(role: .supervisor, agency: "Sở Tư pháp", isConcerned: true, isLead: true),
        Holder(role: .supervisor, agency: "dong-nai/so-tu-phap", isConcerned: false, isLead: false),
        Holder(role: .reader, agency: nil, isConcerned: true, isLead: false),
        Holder(role: .calendar, agency: "Sở Tư pháp", isConcerned: false, isLead: false),
    ]

    @Test func everyReadIsOpenToWhomTheTableSays() async throws {
        let desk = try ServerDesk()
        let tokens = try Self.holders.map { ($0, try desk.token($0.role, $0.agency)) }
        try await desk.serve { client in
            for endpoint in API.endpoints where endpoint.method == .get {
                let path = Self.path(of: endpoint)
                let anonymous = try await client.send(.get, path)
                #expect(anonymous.status == 401, "\(path)")
                #expect(anonymous.headers[.wwwAuthenticate] == "Bearer")
                for (holder, token) in tokens {
                    let mayFollow = AccessPolicy.scope(of: endpoint.permission, for: holder.role) != .none
                    // A stream does not come to its end; EventStreamTests reads what it shows.
                    if case .stream = endpoint.work, mayFollow { continue }
                    let answer = try await client.send(.get, path, as: token)
                    let isOne = endpoint.path.contains("/obligations/{id}")
                    // What concerns one agency is for it and for readers; how it is reminded for its standing agency too.
                    let isReminders = endpoint.path.hasSuffix("{agency}/reminders")
                    let isForeign =
                        (endpoint.permission == .readFeed || isReminders)
                        && ![nil, "Sở Tư pháp", isReminders ? "son-la/so-noi-vu" : nil].contains(holder.agency)
                    let expected =
                        AccessPolicy.scope(of: endpoint.permission, for: holder.role) == .none || isForeign
                        ? 403 : isOne && !holder.isConcerned ? 404 : 200
                    #expect(answer.status == expected, "\(path) \(holder) \(answer.text)")
                }
            }
        }
    }

    @Test func anActionIsDoneByWhomTheWorkflowSaysAndByNobodyElse() async throws {
        let desk = try ServerDesk()
        let tokens = try Self.holders.map { ($0, try desk.token($0.role, $0.agency)) }
        try await desk.serve { client in
            for endpoint in API.actionEndpoints {
                guard case .act(let kind, _, _, _) = endpoint.work else { continue }
                for (holder, token) in tokens {
                    // A stale version: who may act is told so (412), unless the workflow or the policy refuses before.
                    let answer = try await client.send(
                        .post, Self.path(of: endpoint), as: token, Self.body(of: kind), ifMatch: "\"99\"")
                    let scope = AccessPolicy.scope(of: .act, for: holder.role)
                    let expected = scope == .none ? 403 : holder.isConcerned ? 412 : 404
                    #expect(answer.status == expected, "\(kind) \(holder) \(answer.text)")
                }
            }
        }
        // Nothing of all that has changed anything.
        #expect(try desk.tracker.verify().history.events == 0)
    }

    @Test(arguments: Action.Kind.allCases.filter { $0 != .changeDeadline })
    func rolesOfATokenBoundWhatItsAgencyMayDo(kind: Action.Kind) async throws {
        let desk = try ServerDesk()
        let tokens = try Self.holders.filter { $0.isConcerned && !$0.role.workflowRoles.isEmpty }
            .map { ($0, try desk.token($0.role, $0.agency)) }
        let transition = try #require(WorkflowTable.transition(for: kind))
        try await desk.serve { client in
            for (holder, token) in tokens {
                let version = try desk.tracker.detail(of: 3).entry.obligation.state.version
                let stage = try desk.tracker.detail(of: 3).entry.obligation.state.stage
                let answer = try await client.send(
                    .post, "/v1/obligations/3/\(kind.rawValue)", as: token, Self.body(of: kind),
                    ifMatch: "\"\(version)\"")
                var roles: Set<Role> = holder.isLead ? [.lead] : [.cooperating]
                if holder.role == .standing { roles = [.standing, .cooperating] }
                let may = !transition.roles.isDisjoint(with: roles) && transition.from.contains(stage)
                if !may {
                    #expect(answer.status == 409, "\(kind) \(holder) \(answer.text)")
                    #expect(answer.code == "refused")
                } else if answer.status != 200 {
                    // What is missing is a request to extend, not a role.
                    #expect(answer.status == 409 && transition.condition != nil, "\(kind) \(holder) \(answer.text)")
                }
            }
        }
    }

    @Test func whereAnAgencyIsRemindedIsForItAndForThoseWhoLookAfterAll() async throws {
        let desk = try ServerDesk()
        _ = try desk.tracker.setAddresses(
            of: "Sở Tư pháp", emails: nil, webhooks: ["https://a.vn/hook-1"], isDryRun: false)
        let shown = try [
            desk.token(.lead, "Sở Tư pháp"), desk.token(.standing, "son-la/so-noi-vu"), desk.token(.reader),
        ]
        let hidden = try [
            desk.token(.lead, "Sở Y tế"), desk.token(.cooperating, "Sở Y tế"),
            desk.token(.supervisor, "son-la/so-tai-chinh"), desk.token(.standing, "dong-nai/so-noi-vu"),
        ]
        try await desk.serve { client in
            for (tokens, shows) in [(shown, true), (hidden, false)] {
                for token in tokens {
                    for path in ["/v1/agencies/son-la/so-tu-phap", "/v1/agency?name=son-la/so-tu-phap"] {
                        let answer = try await client.send(.get, path, as: token)
                        #expect(answer.status == 200 && answer.text.contains("hook-1") == shows, "\(answer.text)")
                    }
                    let messages = try await client.send(.get, "/v1/agencies/son-la/so-tu-phap/reminders", as: token)
                    #expect(messages.status == (shows ? 200 : 403), "\(messages.text)")
                }
            }
        }
    }

    @Test func anAgencySeesInListsOnlyWhatConcernsIt() async throws {
        let desk = try ServerDesk()
        let other = try desk.token(.lead, "dong-nai/so-tu-phap")
        let own = try desk.token(.lead, "Sở Tư pháp")
        let reader = try desk.token(.reader)
        try await desk.serve { client in
            let lists = API.endpoints.filter { $0.answers == "ObligationList" }.map(\.path)
            #expect(lists.count == 8)
            for path in lists {
                let answer = try await client.send(.get, path, as: other)
                #expect(try answer.items().isEmpty, "\(path)")
                #expect(try answer.json["total"] as? Int == 0, "\(path)")
            }
            let all = try await client.send(.get, "/v1/obligations?limit=500", as: reader).items()
            let seen = try await client.send(.get, "/v1/obligations?limit=500", as: own).items()
            #expect(seen.count < all.count)
            for item in seen {
                let id = try #require(item["id"] as? Int)
                #expect(try await client.send(.get, "/v1/obligations/\(id)", as: own).status == 200)
            }
            let hidden = Set(all.compactMap { $0["id"] as? Int }).subtracting(seen.compactMap { $0["id"] as? Int })
            for id in hidden {
                #expect(try await client.send(.get, "/v1/obligations/\(id)", as: own).status == 404)
            }
        }
    }

    @Test func onlyTheStandingAgencyImports() async throws {
        let desk = try ServerDesk()
        let tokens = try Self.holders.map { ($0, try desk.token($0.role, $0.agency)) }
        let table =
            "Mục,Lĩnh vực,STT,Nhiệm vụ/Hoạt động,Kết quả/Sản phẩm,Chủ trì,Phối hợp,Thời gian,Kinh phí\n"
            + "I,A,1,Việc,Báo cáo,Sở Tư pháp,,Tháng 6/2022,\n"
        let query =
            "?number=9/KH-UBND&issuer=UBND%20t%E1%BB%89nh%20S%C6%A1n%20La&issued=2022-01-04&title=Th%E1%BB%AD&firstYear=2022"
        try await desk.serve { client in
            for (holder, token) in tokens {
                let answer = try await client.send(
                    .post, "/v1/plans\(query)&dryRun=true", as: token, table, type: "text/csv")
                let isKeeper = holder.role == .standing && holder.isConcerned
                #expect(answer.status == (isKeeper ? 200 : 403), "\(holder) \(answer.text)")
            }
            let keeper = try #require(tokens.first { $0.0.role == .standing && $0.0.isConcerned }?.1)
            #expect(try desk.tracker.plans().count == 1, "dry runs write nothing")
            let done = try await client.send(.post, "/v1/plans\(query)", as: keeper, table, type: "text/csv")
            #expect(try done.json["outcome"] as? String == "added")
            let again = try await client.send(.post, "/v1/plans\(query)", as: keeper, table, type: "text/csv")
            #expect(try again.json["outcome"] as? String == "unchanged")
            #expect(try desk.tracker.plans().count == 2)
        }
    }

    static func path(of endpoint: Endpoint) -> String {
        endpoint.path.replacing("{id}", with: "3").replacing("{plan}", with: "1").replacing(
            "{territory}", with: "son-la"
        )
        .replacing("{agency}", with: "so-tu-phap").replacing("{day}", with: "2022-02-01")
            + (endpoint.path == "/v1/agency" ? "?name=son-la/so-tu-phap" : "")
    }

    /// A body that has all that an action needs.
    static func body(of kind: Action.Kind) -> String {
        let document = "\"document\":{\"number\":\"15/KH-STP\",\"date\":\"2022-01-27\"}"
        return switch kind {
        case .recordEvent: "{\"happenedOn\":\"2022-02-01\"}"
        case .progress: "{\"percent\":10}"
        case .submit: "{\(document)}"
        case .start, .accept: "{}"
        case .comment: "{\"note\":\"góp ý\"}"
        case .requestExtension: "{\"to\":\"2022-06-30\",\"reason\":\"chờ hướng dẫn\"}"
        case .withdraw: "{\(document),\"reason\":\"bỏ\"}"
        case .reassign: "{\"agency\":\"Sở Y tế\",\"reason\":\"chuyển\"}"
        default: "{\"reason\":\"lý do\"}"
        }
    }
}
