extension Schema {
    /// When to remind (policies with their stages, and who follows which) and where agencies are reached.
    static let policyTables = """
        CREATE TABLE reminder_policy (
            id TEXT PRIMARY KEY,
            name TEXT NOT NULL,
            english_name TEXT NOT NULL,
            then_every INTEGER NOT NULL CHECK (then_every BETWEEN 1 AND 366),
            waits_for_working_day INTEGER NOT NULL CHECK (waits_for_working_day IN (0, 1)),
            source TEXT NOT NULL,
            english_source TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE reminder_policy_stage (
            policy_id TEXT NOT NULL REFERENCES reminder_policy(id),
            cadence TEXT NOT NULL,
            days_past_due INTEGER NOT NULL,
            PRIMARY KEY (policy_id, cadence, days_past_due)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE reminder_policy_level (
            policy_id TEXT NOT NULL REFERENCES reminder_policy(id),
            recipient TEXT NOT NULL CHECK (recipient IN ('standing', 'leadership')),
            days_late INTEGER NOT NULL CHECK (days_late >= 0),
            PRIMARY KEY (policy_id, recipient)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE reminder_policy_quiet (
            policy_id TEXT NOT NULL REFERENCES reminder_policy(id),
            position INTEGER NOT NULL,
            days TEXT NOT NULL,
            PRIMARY KEY (policy_id, position)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE plan_reminder_policy (
            plan_id INTEGER PRIMARY KEY REFERENCES plan(id),
            policy_id TEXT NOT NULL REFERENCES reminder_policy(id)
        ) STRICT;

        CREATE TABLE agency_reminder_policy (
            agency_id TEXT PRIMARY KEY REFERENCES agency(id),
            policy_id TEXT NOT NULL REFERENCES reminder_policy(id)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE agency_address (
            agency_id TEXT NOT NULL REFERENCES agency(id),
            kind TEXT NOT NULL CHECK (kind IN ('email', 'webhook')),
            position INTEGER NOT NULL,
            address TEXT NOT NULL CHECK (address <> ''),
            PRIMARY KEY (agency_id, kind, position)
        ) STRICT, WITHOUT ROWID;

        """

    /// The ledger of reminders (docs/decisions/0022).
    ///
    /// A message is `planned` with its text, `claimed` by the run that hands it over, then `sent`, or after several attempts
    /// `failed`; `cancelled` where something in it was done or moved before. `not_before` is the end of the claim's lease, or of the
    /// wait after an attempt that failed.
    ///
    /// A line of the ledger is a stage of an obligation for a recipient, once. It is `planned` until its message is sent; without a message
    /// it waits for an address, for a day on which messages go out, or for the next run.
    static let ledgerTables = """
        CREATE TABLE reminder_run (
            id INTEGER PRIMARY KEY,
            channel TEXT NOT NULL,
            as_of TEXT NOT NULL,
            started_at INTEGER NOT NULL,
            finished_at INTEGER,
            sent INTEGER NOT NULL DEFAULT 0,
            failed INTEGER NOT NULL DEFAULT 0
        ) STRICT;
        CREATE INDEX reminder_run_of_channel ON reminder_run(channel, id);

        CREATE TABLE reminder_channel (
            channel TEXT PRIMARY KEY,
            decided_through TEXT,
            last_event INTEGER NOT NULL,
            last_obligation INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE reminder_message (
            id INTEGER PRIMARY KEY,
            run_on TEXT NOT NULL,
            recipient TEXT NOT NULL,
            channel TEXT NOT NULL,
            body TEXT NOT NULL,
            state TEXT NOT NULL CHECK (state IN ('planned', 'claimed', 'sent', 'failed', 'cancelled')),
            attempts INTEGER NOT NULL DEFAULT 0,
            not_before INTEGER NOT NULL,
            failure TEXT,
            english_failure TEXT CHECK ((english_failure IS NULL) = (failure IS NULL)),
            sent_at INTEGER CHECK ((sent_at IS NOT NULL) = (state = 'sent'))
        ) STRICT;
        CREATE INDEX reminder_message_to_send ON reminder_message(channel, id) WHERE state IN ('planned', 'claimed');
        CREATE INDEX reminder_message_of_recipient ON reminder_message(recipient, id);
        CREATE INDEX reminder_message_failed ON reminder_message(id) WHERE state = 'failed';

        CREATE TABLE reminder (
            obligation_id INTEGER NOT NULL REFERENCES obligation(id),
            deadline_version INTEGER NOT NULL,
            recipient TEXT NOT NULL,
            channel TEXT NOT NULL,
            days_past_due INTEGER NOT NULL,
            stage_date TEXT NOT NULL,
            decided_on TEXT NOT NULL,
            state TEXT NOT NULL CHECK (state IN ('planned', 'sent', 'superseded', 'cancelled')),
            message_id INTEGER REFERENCES reminder_message(id) CHECK (message_id IS NOT NULL OR state <> 'sent'),
            PRIMARY KEY (obligation_id, deadline_version, recipient, channel, days_past_due)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX reminder_of_message ON reminder(message_id) WHERE message_id IS NOT NULL;
        CREATE INDEX reminder_unsent ON reminder(obligation_id) WHERE state = 'planned';
        CREATE INDEX reminder_waiting ON reminder(channel, recipient) WHERE state = 'planned' AND message_id IS NULL;

        """
}
