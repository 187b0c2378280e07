import Mustache

/// What stands on a page hundreds of times names its fields itself: the template engine would find them by reflection, which takes longer
/// than all the rest of a page. `false` stands for what there is none of, so that the page around it is not searched.
extension ObligationRow: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "number": number
        case "href": href
        case "due": due
        case "status": status
        case "tone": tone
        case "title": title
        case "part": part.map { $0 as Any } ?? false
        case "place": place
        case "plan": plan
        case "period": period
        case "agency": agency
        case "agencyLink": agencyLink.map { $0 as Any } ?? false
        case "remarks": remarks
        default: nil
        }
    }
}

extension Link: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "href": href
        case "title": title
        case "isCurrent": isCurrent
        default: nil
        }
    }
}

extension PlanPage.Row: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "section": section.map { $0 as Any } ?? false
        case "ordinal": ordinal
        case "task": task
        case "product": product
        case "lead": lead
        case "cooperation": cooperation
        case "deadline": deadline
        case "reading": reading
        case "funding": funding
        case "state": state.map { $0 as Any } ?? false
        default: nil
        }
    }
}
