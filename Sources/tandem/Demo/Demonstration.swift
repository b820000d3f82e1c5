import TandemCare
import TandemCatalog
import TandemDatabase
import TandemStore
import TandemWeb

/// Fills an empty store with `DemoPeople`, through the same doors as everybody: records, consents, looks and their trail. Only
/// `tandem serve --demo` does it.
struct Demonstration: Sendable {
    static let password = "together we can"

    private let clock: DemoClock
    private let store: Store
    /// With the real clock.
    private let present: Store
    private let intakeForm: IntakeForm
    private let catalog: Catalog
    private let rules: PlanRules

    /// - Parameter store: as it was opened; the story is told with an earlier clock.
    init(_ store: Store, intakeForm: IntakeForm, catalog: Catalog, rules: PlanRules) {
        clock = DemoClock(store.effects, ago: .days(40))
        present = store
        self.store = Store(
            database: store.database,
            effects: clock.effects,
            access: store.access,
            trail: store.trail
        )
        self.intakeForm = intakeForm
        self.catalog = catalog
        self.rules = rules
    }

    func tell(_ passwords: Passwords) async throws {
        // One hash for all: each would take a third of a second.
        let hash = try await passwords.hasher.hash(Self.password)
        let clinics = try await addClinics(hash)
        try await DemoListings(store: store).tell(
            clinics.values.sorted { $0.practice.name < $1.practice.name }.compactMap { clinic in
                clinic.staff.first.map { (clinic.practice, $0.account) }
            }
        )
        clock.pass(.days(3))
        let referrals = try await referrals(clinics)
        var homes: [String: Parent] = [:]
        var treated: [(child: Child, disciplines: [Discipline])] = []
        for young in DemoPeople.children {
            clock.pass(.hours(20))
            let child = try await add(young, clinics)
            treated.append((child, young.clinics))
            for home in young.homes { homes[home.parent.email] = try await join(home, of: child, homes, hash) }
            guard let parent = young.homes.first.flatMap({ homes[$0.parent.email] }) else { continue }
            try await tellIntake(young, of: child, by: parent)
            try await look(at: child, young, clinics)
            if young.clinics.count == 2 { try await plan(child, clinics, parent) }
            try await referrals?.tell(young, child.id, parent.household.id)
            if young.given == "Maya" { try await share(child, with: clinics[.occupational], by: parent) }
        }
        let time = DemoTime(store: present, therapists: clinics.compactMapValues(\.therapist), children: treated)
        try await time.tell()
        try await store.trail.flush(to: store.database)
    }

    private func plan(_ child: Child, _ clinics: [Discipline: Clinic], _ parent: Parent) async throws {
        let plan = DemoPlan(
            store: store,
            clock: clock,
            catalog: catalog,
            rules: rules,
            child: child.id,
            parent: parent.requester,
            therapists: clinics.compactMapValues(\.therapist)
        )
        try await plan.tell()
    }

    /// From the PT practice to the OT practice, and to a partner of its own.
    private func referrals(_ clinics: [Discipline: Clinic]) async throws -> DemoReferrals? {
        guard let sender = clinics[.physical]?.therapist, let other = clinics[.occupational] else { return nil }
        return try await DemoReferrals(
            store: store,
            clock: clock,
            table: rules.referrals,
            sender: sender,
            other: other.practice.id
        )
    }

    // MARK: Practices

    private struct Clinic: Sendable {
        let practice: Practice
        let staff: [Membership]

        var therapist: Membership? { staff.first { $0.roles.contains(where: \.isClinician) } }
    }

    private struct Parent: Sendable {
        let account: Account
        let household: Household

        var requester: Requester { Requester(account: account.id, memberships: []) }
    }

    private func addClinics(_ hash: String) async throws -> [Discipline: Clinic] {
        var clinics: [Discipline: Clinic] = [:]
        for clinic in DemoPeople.clinics {
            clinics[clinic.discipline] = try await store.change(by: .program) { transaction in
                let practice = Practice(
                    id: transaction.effects.id(),
                    name: clinic.name,
                    disciplines: [clinic.discipline],
                    phone: clinic.phone,
                    place: "Springfield, IL"
                )
                try transaction.insert(practice)
                let staff = try clinic.staff.map { person in
                    let account = try transaction.add(person, hash)
                    let membership = Membership(
                        id: transaction.effects.id(),
                        account: account.id,
                        practice: practice.id,
                        roles: person.roles,
                        since: transaction.now
                    )
                    return try transaction.insert(membership).value
                }
                return Clinic(practice: practice, staff: staff)
            }
        }
        return clinics
    }

    // MARK: Children and families

    private func add(_ young: DemoPeople.Young, _ clinics: [Discipline: Clinic]) async throws -> Child {
        let treating = young.clinics.compactMap { clinics[$0] }
        let new = NewChild(
            givenName: young.given,
            familyName: young.family,
            preferredName: young.called,
            birthDate: young.birth,
            language: "English",
            needsInterpreter: false,
            home: nil
        )
        guard let first = treating.first, let therapist = first.therapist else { throw StoreFailure.notFound }
        return try await store.change(by: .person(therapist.account, in: first.practice.id)) { transaction in
            let child = try transaction.addChild(new, to: first.practice.id, therapists: [therapist.account])
            for other in treating.dropFirst() {
                try transaction.insert(
                    CareRelationship(
                        id: transaction.effects.id(),
                        child: child.id,
                        practice: other.practice.id,
                        therapists: Set([other.therapist?.account].compactMap(\.self)),
                        since: transaction.now
                    )
                )
            }
            try transaction.relist(child.id)
            return child
        }
    }

    /// A parent and their home; for a brother or sister the same ones.
    private func join(
        _ home: DemoPeople.Home,
        of child: Child,
        _ known: [String: Parent],
        _ hash: String
    ) async throws -> Parent {
        let parent = known[home.parent.email]
        let account: Account
        if let parent {
            account = parent.account
        } else {
            account = try await store.change(by: .program) { try $0.add(home.parent, hash) }
        }
        return try await store.change(by: .person(account.id)) { transaction in
            let household: Household
            if let parent {
                household = parent.household
                let residence = Residence(
                    id: transaction.effects.id(),
                    child: child.id,
                    household: household.id,
                    since: transaction.now
                )
                try transaction.insert(residence)
            } else {
                household = try transaction.addHousehold(home.details, for: child.id)
            }
            try transaction.insert(
                FamilyTie(
                    id: transaction.effects.id(),
                    child: child.id,
                    household: household.id,
                    account: account.id,
                    relation: home.relation,
                    mayConsent: true,
                    since: transaction.now
                )
            )
            return Parent(account: account, household: household)
        }
    }

    // MARK: What happened since

    private func tellIntake(_ young: DemoPeople.Young, of child: Child, by parent: Parent) async throws {
        let answers = [IntakeForm.whatMatters: young.matters, "loves": young.loves, "hard": young.hard]
        for section in intakeForm.sections {
            let typed = answers.filter { answer in section.questions.contains { $0.key == answer.key } }
            guard !typed.isEmpty else { continue }
            clock.pass(.minutes(9))
            try await store.change(child.id, .editIntake, by: parent.requester) { transaction, permit in
                let version = try transaction.connection.intake(of: permit.child)?.version ?? 0
                _ = try transaction.saveIntake(section, typed, version: version, permit)
            }
        }
    }

    private func look(at child: Child, _ young: DemoPeople.Young, _ clinics: [Discipline: Clinic]) async throws {
        for membership in young.clinics.compactMap({ clinics[$0]?.therapist }) {
            clock.pass(.hours(5))
            let who = Requester(account: membership.account, memberships: [membership])
            for action in [ChildAction.seeChild, .seeIntake] {
                _ = try await store.look(at: child.id, action, by: who) { _, permit in permit.child }
            }
        }
    }

    private func share(_ child: Child, with clinic: Clinic?, by parent: Parent) async throws {
        guard let clinic else { return }
        clock.pass(.days(2))
        let draft = ConsentDraft(
            practice: clinic.practice.id,
            scope: [.contact, .plan],
            purpose: "So that PT and OT work on getting dressed together",
            lastDay: nil
        )
        try await store.change(child.id, .giveConsent, by: parent.requester) { transaction, permit in
            _ = try transaction.giveConsent(
                draft,
                permit,
                telling: Letter(subject: "Somebody can see the record", body: "")
            )
        }
    }
}

extension Transaction {
    fileprivate func add(_ person: DemoPeople.Person, _ hash: String) throws -> Account {
        let account = Account(id: effects.id(), email: person.email, name: person.name)
        try insert(account)
        try setPassword(of: account.id, hash: hash)
        return account
    }
}

extension DemoPeople.Home {
    fileprivate var details: HomeDetails {
        HomeDetails(
            name: name,
            contact: "\(parent.name) (\(relation))",
            phone: phone,
            email: parent.email,
            address: address
        )
    }
}
