import Hummingbird
import TandemCare
import TandemCatalog
import TandemStore

/// A practice's referrals, column by column, what is overdue first.
extension PracticeVisit {
    func referralBoard() async throws -> Response {
        let side: ReferralSide = visit.query["side"] == "recipient" ? .recipient : .sender
        let (practice, table, now) = (practice, visit.workspace.site.rules.referrals, visit.store.effects.now())
        let board = try await look { try $0.referralBoard(of: practice, side, table: table, at: now) }
        let day = visit.store.effects.day
        let columns = board.columns.map { column -> Page.Values in
            var values: Page.Values = [
                "column": column.name, "count": column.count, "is_empty": column.cards.isEmpty,
                "more": max(0, column.count - column.cards.count),
                "cards": column.cards.map { $0.values(practice, day) },
            ]
            if column.overdue > 0 { values["overdue"] = "\(column.overdue) overdue" }
            if column.count > column.cards.count {
                values["more_words"] = "and \(column.count - column.cards.count) more"
            }
            return values
        }
        return response(
            "referral-board",
            title: "Referrals",
            at: .referrals,
            [
                "columns": columns, "is_sent": side == .sender,
                "sent_href": Address.practicePage(practice, .referrals).path,
                "received_href": Address.receivedReferrals(practice).path,
                "children_href": Address.practicePage(practice, .children).path,
            ]
        )
    }
}

extension ReferralCard {
    fileprivate func values(_ practice: ID<Practice>, _ day: (Instant) -> CalendarDate) -> Page.Values {
        var values: Page.Values = [
            "href": Address.referral(practice, id, .page).path, "child": child.fullName, "letter": discipline.rawValue,
            "other": other,
        ]
        if let closed {
            values["when"] = "\(DateText.text(day(closed)))\(reason.map { ", \($0.words)" } ?? "")"
        } else if let visit, state == .scheduled {
            values["when"] = "Visit on \(DateText.text(visit))"
        } else if let due {
            values["when"] = "by \(DateText.text(day(due)))"
        }
        switch level {
        case .fine: break
        case .remind: values["late"] = "Due"
        case .alarm: values["late"] = "No news"
        case .silent: values["late"] = "Silent"
        }
        return values
    }
}

/// How long the steps of what a practice sends may take.
extension PracticeVisit {
    private static func field(_ kind: ReferralClock.Kind, _ part: String) -> Field {
        let labels = ["remind": "Remind after", "alarm": "Tell both sides after", "silent": "Counts as silent after"]
        return Field(
            name: "\(kind.rawValue)_\(part)",
            label: "\(labels[part] ?? "") (days)",
            kind: .line(type: "text", autocomplete: "off", width: "w-4"),
            most: 3
        )
    }

    func referralClockPage() async throws -> Response {
        let practice = practice
        let found = try await look { try $0.referralClock(of: practice) }
        let clock = found?.value ?? ReferralClock(practice: practice)
        var fields: [(name: String, value: String)] = [("version", "\(found?.version ?? 0)")]
        for kind in ReferralClock.Kind.allCases {
            let days = clock.days(kind)
            fields += [
                ("\(kind.rawValue)_remind", "\(days.remind)"), ("\(kind.rawValue)_alarm", "\(days.alarm)"),
                ("\(kind.rawValue)_silent", "\(days.silent)"),
            ]
        }
        return page(FormBody(fields: fields), Problems())
    }

    func saveReferralClock() async throws -> Response {
        var reader = FormReader(form)
        var clock = ReferralClock(practice: practice)
        for kind in ReferralClock.Kind.allCases {
            let numbers = ["remind", "alarm", "silent"].map { Int((form["\(kind.rawValue)_\($0)"] ?? "").trimmed) ?? 0 }
            let days = ReferralClock.Days(remind: numbers[0], alarm: numbers[1], silent: numbers[2])
            if days.isSound {
                clock.days[kind] = days
            } else {
                reader.problems.add(
                    "\(kind.rawValue)_remind",
                    "Write three whole numbers of days, each larger than the one before, 183 at most."
                )
            }
        }
        guard reader.problems.isEmpty else { return page(form, reader.problems) }
        let (made, version) = (clock, reader.version)
        do {
            try await change { try $0.setReferralClock(made, version: version) }
        } catch StoreFailure.conflict {
            return page(
                form,
                Problems(
                    "answer_remind",
                    "Somebody else saved these days meanwhile. Open the page anew, then save yours."
                )
            )
        }
        return visit.redirect(.practicePage(practice, .referralClock), .saved)
    }

    private func page(_ typed: FormBody, _ problems: Problems) -> Response {
        let titles: [(ReferralClock.Kind, String, String)] = [
            (
                .answer, "Until somebody answers or calls",
                "It starts when a referral is sent, accepted, missed or asked to be canceled."
            ),
            (.visit, "After the day of a visit", "Until it is told whether the child came."),
            (.report, "While the child is seen", "Until the next visit is set, or the report back comes."),
        ]
        return response(
            "referral-clock",
            title: "Days for referrals",
            at: .settings,
            [
                "action": Address.practicePage(practice, .referralClock).path, "version": typed["version"] ?? "0",
                "settings_href": Address.practicePage(practice, .settings).path,
                "clocks": titles.map { kind, title, note in
                    [
                        "clock_title": title, "clock_note": note,
                        "clock_fields": ["remind", "alarm", "silent"].map { Self.field(kind, $0) }.values(
                            typed,
                            problems
                        ),
                    ] as Page.Values
                },
            ],
            problems: problems
        )
    }
}
