extension Schema {
    /// Plans with their rows and reporting regimes, the directory, the work calendar, obligations with their past states, the history, the
    /// ledger of reminders, and access over the network. Days are text YYYY-MM-DD (UTC+7), instants are integer milliseconds since 1970 UTC.
    static let migration1 =
        directoryTables + planTables + obligationTables + policyTables + ledgerTables
        + apiTables

    private static let directoryTables = """
        CREATE TABLE agency (
            id TEXT PRIMARY KEY,
            kind TEXT NOT NULL CHECK (kind IN ('agency', 'group')),
            name TEXT NOT NULL CHECK (name <> ''),
            english_name TEXT NOT NULL,
            level TEXT NOT NULL,
            roles TEXT NOT NULL,
            part_of TEXT REFERENCES agency(id) DEFERRABLE INITIALLY DEFERRED,
            valid_from TEXT,
            valid_to TEXT,
            source TEXT NOT NULL,
            certainty TEXT NOT NULL,
            position INTEGER NOT NULL
        ) STRICT;

        CREATE TABLE agency_alias (
            agency_id TEXT NOT NULL REFERENCES agency(id) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            alias TEXT NOT NULL,
            PRIMARY KEY (agency_id, position)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE agency_former_name (
            agency_id TEXT NOT NULL REFERENCES agency(id) ON DELETE CASCADE,
            until TEXT NOT NULL,
            name TEXT NOT NULL CHECK (name <> ''),
            PRIMARY KEY (agency_id, until)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE agency_membership (
            member_id TEXT NOT NULL REFERENCES agency(id) DEFERRABLE INITIALLY DEFERRED,
            position INTEGER NOT NULL,
            group_id TEXT NOT NULL REFERENCES agency(id) DEFERRABLE INITIALLY DEFERRED,
            member_from TEXT,
            member_to TEXT,
            PRIMARY KEY (member_id, position)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE succession (
            id INTEGER PRIMARY KEY,
            agency_id TEXT NOT NULL REFERENCES agency(id),
            counts_on TEXT NOT NULL,
            kind TEXT NOT NULL CHECK (kind IN ('merge', 'replace', 'split', 'abolish', 'transfer')),
            function TEXT NOT NULL,
            source TEXT NOT NULL CHECK (source <> ''),
            certainty TEXT NOT NULL CHECK (certainty IN ('official', 'partly', 'general'))
        ) STRICT;
        CREATE UNIQUE INDEX succession_ends_once ON succession(agency_id) WHERE kind <> 'transfer';

        CREATE TABLE succession_heir (
            succession_id INTEGER NOT NULL REFERENCES succession(id) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            agency_id TEXT NOT NULL REFERENCES agency(id),
            PRIMARY KEY (succession_id, position)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE calendar_day (
            date TEXT PRIMARY KEY,
            kind TEXT NOT NULL CHECK (kind IN ('off', 'working')),
            name TEXT NOT NULL,
            certainty TEXT NOT NULL CHECK (certainty IN ('official', 'expected')),
            source TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;

        """

    private static let planTables = """
        CREATE TABLE reporting_regime (
            id TEXT PRIMARY KEY,
            name TEXT NOT NULL,
            english_name TEXT NOT NULL,
            cut_off_day INTEGER CHECK (cut_off_day BETWEEN 1 AND 28),
            certainty TEXT NOT NULL CHECK (certainty IN ('stated', 'partly')),
            source TEXT NOT NULL,
            english_source TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE regime_report (
            regime_id TEXT NOT NULL REFERENCES reporting_regime(id),
            position INTEGER NOT NULL,
            period TEXT NOT NULL,
            due_day INTEGER CHECK (due_day BETWEEN 1 AND 31),
            due_month INTEGER NOT NULL,
            PRIMARY KEY (regime_id, position)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE plan (
            id INTEGER PRIMARY KEY,
            number TEXT NOT NULL,
            issuer TEXT NOT NULL,
            issued TEXT NOT NULL,
            title TEXT NOT NULL,
            first_year INTEGER NOT NULL,
            last_year INTEGER NOT NULL CHECK (last_year >= first_year),
            parent TEXT,
            territory TEXT NOT NULL,
            standing_agency TEXT REFERENCES agency(id),
            tracked_from TEXT NOT NULL,
            newest_fact TEXT NOT NULL DEFAULT '',
            regime_id TEXT REFERENCES reporting_regime(id),
            before_includes_day INTEGER NOT NULL DEFAULT 0 CHECK (before_includes_day IN (0, 1)),
            moves_to_working_day INTEGER NOT NULL DEFAULT 1 CHECK (moves_to_working_day IN (0, 1)),
            imported_at INTEGER NOT NULL,
            UNIQUE (number, issued, issuer)
        ) STRICT;

        CREATE TABLE activity (
            id INTEGER PRIMARY KEY,
            plan_id INTEGER NOT NULL REFERENCES plan(id),
            position INTEGER NOT NULL,
            section_ordinal TEXT NOT NULL,
            section_title TEXT NOT NULL,
            ordinal TEXT NOT NULL,
            task TEXT NOT NULL,
            product TEXT NOT NULL,
            lead TEXT NOT NULL,
            cooperation TEXT NOT NULL,
            deadline TEXT NOT NULL,
            funding TEXT NOT NULL,
            source_clause TEXT NOT NULL,
            is_complete INTEGER NOT NULL CHECK (is_complete IN (0, 1)),
            deadline_kind TEXT NOT NULL,
            condition TEXT,
            removed_on TEXT
        ) STRICT;
        CREATE INDEX activity_of_plan ON activity(plan_id, position);

        CREATE TABLE activity_mention (
            activity_id INTEGER NOT NULL REFERENCES activity(id),
            role TEXT NOT NULL CHECK (role IN ('lead', 'cooperating')),
            position INTEGER NOT NULL,
            words TEXT NOT NULL,
            agency_id TEXT REFERENCES agency(id),
            PRIMARY KEY (activity_id, role, position)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX mention_of_agency ON activity_mention(agency_id, activity_id);

        CREATE TABLE settlement (
            activity_id INTEGER NOT NULL REFERENCES activity(id),
            question TEXT NOT NULL,
            words TEXT NOT NULL,
            form TEXT NOT NULL CHECK (form IN ('deadline', 'agency', 'asRead')),
            answer TEXT NOT NULL CHECK ((answer = '') = (form = 'asRead')),
            settled_by TEXT REFERENCES agency(id),
            settled_on TEXT NOT NULL,
            PRIMARY KEY (activity_id, question, words)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE section_supervisor (
            plan_id INTEGER NOT NULL REFERENCES plan(id),
            section_ordinal TEXT NOT NULL,
            agency_id TEXT NOT NULL REFERENCES agency(id),
            PRIMARY KEY (plan_id, section_ordinal)
        ) STRICT, WITHOUT ROWID;

        CREATE VIRTUAL TABLE activity_search USING fts5(text);

        CREATE TABLE question (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            activity_id INTEGER NOT NULL REFERENCES activity(id),
            kind TEXT NOT NULL,
            words TEXT NOT NULL,
            nearest TEXT NOT NULL
        ) STRICT;
        CREATE INDEX question_of_activity ON question(activity_id);

        """

    private static let stateColumns = """
        since TEXT NOT NULL,
            stage TEXT NOT NULL CHECK (stage IN
                ('waiting', 'notStarted', 'inProgress', 'submitted', 'completed', 'suspended', 'withdrawn')),
            progress INTEGER NOT NULL CHECK (progress BETWEEN 0 AND 100),
            nominal_due TEXT,
            effective_due TEXT CHECK ((effective_due IS NULL) = (nominal_due IS NULL)),
            original_nominal TEXT,
            original_effective TEXT CHECK ((original_effective IS NULL) = (original_nominal IS NULL)),
            deadline_version INTEGER NOT NULL,
            extensions INTEGER NOT NULL DEFAULT 0,
            requested_due TEXT,
            requested_effective TEXT CHECK ((requested_effective IS NULL) = (requested_due IS NULL)),
            requested_on TEXT CHECK ((requested_on IS NULL) = (requested_due IS NULL)),
            request_reason TEXT CHECK ((request_reason IS NULL) = (requested_due IS NULL)),
            suspended_in TEXT CHECK ((suspended_in IS NOT NULL) = (stage = 'suspended')),
            submitted_on TEXT,
            reported_on TEXT,
            version INTEGER NOT NULL,
            owed INTEGER NOT NULL GENERATED ALWAYS AS (
                effective_due IS NOT NULL AND (stage IN ('notStarted', 'inProgress')
                OR (stage = 'submitted' AND submitted_on > effective_due))) VIRTUAL
        """

    private static let obligationTables = """
        CREATE TABLE obligation (
            id INTEGER PRIMARY KEY,
            plan_id INTEGER NOT NULL REFERENCES plan(id),
            activity_id INTEGER NOT NULL REFERENCES activity(id),
            part INTEGER NOT NULL,
            part_label TEXT NOT NULL,
            owner TEXT NOT NULL,
            agency_id TEXT REFERENCES agency(id),
            period TEXT NOT NULL,
            cadence TEXT NOT NULL,
            is_conditional INTEGER NOT NULL CHECK (is_conditional IN (0, 1)),
            is_tracked INTEGER NOT NULL CHECK (is_tracked IN (0, 1)),
            merged_into INTEGER REFERENCES obligation(id),
            last_event INTEGER,
            \(stateColumns),
            counted_for TEXT NOT NULL GENERATED ALWAYS AS (coalesce(agency_id, owner)) VIRTUAL,
            counted_as TEXT NOT NULL GENERATED ALWAYS AS (CASE
                WHEN stage = 'withdrawn' THEN 'withdrawn'
                WHEN is_tracked = 0 THEN 'beforeTracking'
                WHEN stage IN ('waiting', 'suspended') THEN 'waiting'
                WHEN stage = 'completed' THEN iif(submitted_on > effective_due, 'completedLate', 'completedOnTime')
                WHEN effective_due IS NULL THEN 'withoutDeadline'
                ELSE iif(owed = 1, 'owed', 'within') END) VIRTUAL
        ) STRICT;
        CREATE UNIQUE INDEX obligation_once ON obligation(activity_id, part, owner, period) WHERE stage <> 'withdrawn';
        CREATE INDEX obligation_of_activity ON obligation(activity_id, id);
        CREATE INDEX obligation_owed ON obligation(effective_due, id, agency_id, plan_id, activity_id)
            WHERE owed = 1 AND is_tracked = 1;
        CREATE INDEX obligation_owed_by_agency ON obligation(agency_id, effective_due, id, plan_id, activity_id)
            WHERE owed = 1 AND is_tracked = 1;
        CREATE INDEX obligation_owed_in_plan ON obligation(plan_id, effective_due, id, activity_id)
            WHERE owed = 1 AND is_tracked = 1;
        CREATE INDEX obligation_open ON obligation(agency_id, id, plan_id, activity_id)
            WHERE is_tracked = 1 AND stage NOT IN ('completed', 'withdrawn');
        CREATE INDEX obligation_of_agency ON obligation(agency_id, id, is_tracked, plan_id, activity_id);
        CREATE INDEX obligation_of_plan ON obligation(plan_id, id, is_tracked, activity_id);
        CREATE INDEX obligation_in_stage ON obligation(stage, id, is_tracked, agency_id, plan_id, activity_id);
        CREATE INDEX obligation_by_due ON obligation(effective_due, id, is_tracked, agency_id, plan_id, activity_id)
            WHERE effective_due > '';
        CREATE INDEX obligation_by_due_of_agency ON obligation(agency_id, effective_due, id, is_tracked, plan_id, activity_id)
            WHERE effective_due > '';
        CREATE INDEX obligation_by_due_in_plan ON obligation(plan_id, effective_due, id, is_tracked, activity_id)
            WHERE effective_due > '';
        CREATE INDEX obligation_conditional ON obligation(effective_due, id, agency_id, plan_id, activity_id)
            WHERE stage = 'waiting' AND is_tracked = 1;
        CREATE INDEX obligation_counted ON obligation(plan_id, counted_for, counted_as, effective_due)
            WHERE extensions = 0 AND counted_as <> 'withdrawn';
        CREATE INDEX obligation_counted_in_activity ON obligation(activity_id, counted_as, effective_due, extensions);
        CREATE INDEX obligation_extended ON obligation(plan_id) WHERE extensions > 0;
        CREATE INDEX obligation_asking ON obligation(id) WHERE requested_due IS NOT NULL;
        CREATE INDEX obligation_ongoing ON obligation(id, reported_on, agency_id, plan_id, activity_id)
            WHERE is_tracked = 1 AND cadence = 'ongoing' AND stage IN ('notStarted', 'inProgress');

        CREATE TABLE obligation_past (
            id INTEGER NOT NULL REFERENCES obligation(id),
            until TEXT NOT NULL,
            plan_id INTEGER NOT NULL,
            activity_id INTEGER NOT NULL,
            agency_id TEXT,
            cadence TEXT NOT NULL,
            is_tracked INTEGER NOT NULL,
            \(stateColumns),
            PRIMARY KEY (id, version)
        ) STRICT;
        CREATE INDEX past_owed ON obligation_past(effective_due, id, since, until)
            WHERE owed = 1 AND is_tracked = 1;

        CREATE TABLE event (
            sequence INTEGER PRIMARY KEY,
            obligation_id INTEGER NOT NULL REFERENCES obligation(id),
            previous INTEGER,
            action TEXT NOT NULL,
            cause TEXT NOT NULL,
            actor TEXT,
            recorded_at INTEGER NOT NULL,
            counts_on TEXT NOT NULL,
            before TEXT NOT NULL,
            after TEXT NOT NULL,
            note TEXT NOT NULL,
            evidence_number TEXT,
            evidence_date TEXT,
            evidence_title TEXT,
            hash TEXT NOT NULL CHECK (length(hash) = 64)
        ) STRICT;
        CREATE TRIGGER event_is_the_last_of_its_obligation AFTER INSERT ON event
            BEGIN
                UPDATE obligation SET last_event = NEW.sequence WHERE id = NEW.obligation_id;
                UPDATE plan SET newest_fact = NEW.counts_on
                WHERE id = (SELECT plan_id FROM obligation WHERE id = NEW.obligation_id) AND newest_fact < NEW.counts_on;
            END;
        CREATE TRIGGER event_is_append_only_on_update BEFORE UPDATE ON event
            BEGIN SELECT RAISE(ABORT, 'the history is append-only'); END;
        CREATE TRIGGER event_is_append_only_on_delete BEFORE DELETE ON event
            BEGIN SELECT RAISE(ABORT, 'the history is append-only'); END;

        """

    private static let apiTables = """
        CREATE TABLE api_token (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            name TEXT NOT NULL CHECK (name <> ''),
            role TEXT NOT NULL CHECK (role IN ('lead', 'cooperating', 'standing', 'supervisor', 'reader', 'calendar')),
            agency_id TEXT REFERENCES agency(id),
            hash TEXT NOT NULL UNIQUE CHECK (length(hash) = 64),
            created_at INTEGER NOT NULL,
            expires_on TEXT,
            revoked_at INTEGER,
            last_used_at INTEGER,
            CHECK (role = 'reader' OR agency_id IS NOT NULL)
        ) STRICT;

        CREATE TABLE api_answer (
            token_id INTEGER NOT NULL REFERENCES api_token(id),
            key TEXT NOT NULL CHECK (key <> ''),
            request TEXT NOT NULL CHECK (length(request) = 64),
            status INTEGER NOT NULL,
            version INTEGER,
            body TEXT NOT NULL,
            recorded_at INTEGER NOT NULL,
            PRIMARY KEY (token_id, key)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX api_answer_recorded ON api_answer(recorded_at);

        CREATE TABLE web_session (
            hash TEXT PRIMARY KEY CHECK (length(hash) = 64),
            token_id INTEGER NOT NULL REFERENCES api_token(id),
            created_at INTEGER NOT NULL,
            expires_at INTEGER NOT NULL CHECK (expires_at > created_at)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX web_session_of_token ON web_session(token_id);

        """
}
