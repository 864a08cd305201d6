"""The tables, as numbered steps from an empty database to what this program reads."""

from __future__ import annotations

# A migration, once released, is never edited: the next one is added below it.
MIGRATIONS: tuple[str, ...] = (
    """
    -- the text every excerpt is cut from
    create table documents (
        sha256 text primary key,
        name text not null,
        text text not null,
        added_at text not null default (strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))
    ) strict;

    -- which meeting an id was given to, for ever: a retracted one gets its own id back
    create table identities (
        meeting_id text primary key,
        title text not null,
        series text,
        level text,
        ordinal integer,
        date text
    ) strict;

    create table meetings (
        id text primary key references identities (meeting_id),
        document text not null references documents (sha256),
        title text not null,
        series text,
        level text,
        ordinal integer,
        date text,
        start text,
        "end" text,
        place text,
        recorder_name text,
        recorder_org text,
        recorder_title text
    ) strict;
    create index meetings_document on meetings (document);

    create table chairs (
        meeting_id text not null references meetings (id) on delete cascade,
        position integer not null,
        name text not null,
        org text,
        title text,
        primary key (meeting_id, position)
    ) strict;

    create table entries (
        id text primary key,
        meeting_id text not null references meetings (id) on delete cascade,
        position integer not null,
        kind text not null,
        path text not null check (json_valid(path)),
        pieces text not null check (json_valid(pieces)),
        text text not null,
        outcome text,
        follow_up text,
        speaker text,
        group_name text,
        fact text,
        unique (meeting_id, position)
    ) strict;

    -- one row for each change of a meeting; the last number is the store's generation
    create table changes (
        generation integer primary key,
        meeting_id text not null references identities (meeting_id)
    ) strict;

    -- shipped minutes that were put in once; a retracted one does not come back
    create table seeded (name text primary key) strict;

    -- questions behind the buttons of answers already sent, newest number last
    create table questions (
        number integer primary key,
        key text not null unique,
        text text not null,
        asked_on text not null,
        context text not null check (json_valid(context))
    ) strict;

    -- what a follow-up question may refer to; `at` in seconds since 1970 UTC
    create table contexts (
        asker text primary key,
        data text not null check (json_valid(data)),
        at real not null
    ) strict;
    create index contexts_at on contexts (at);
    """,
    """
    -- questions that the minutes did not answer, for the operator: no one's name, no chat
    create table unanswered (
        text text primary key,
        times integer not null,
        last_at text not null
    ) strict;
    create index unanswered_last on unanswered (last_at);
    """,
    """
    -- what stood on record of a meeting before it was corrected or retracted
    create table versions (
        meeting_id text not null references identities (meeting_id),
        number integer not null,
        document text not null references documents (sha256),
        head text not null check (json_valid(head)),
        entries text not null check (json_valid(entries)),
        replaced_at text not null default (strftime('%Y-%m-%dT%H:%M:%S', 'now')),
        primary key (meeting_id, number)
    ) strict;
    create index versions_document on versions (document);
    """,
    """
    -- when what stands, or stood, on record was published
    alter table meetings add column published_at text;
    alter table versions add column published_at text;
    update meetings set published_at =
        (select added_at from documents where sha256 = meetings.document);
    update versions set published_at =
        (select added_at from documents where sha256 = versions.document);

    -- whether a meeting has an id already is asked of those of its day, not of all
    create index identities_same on identities (date, series, level);

    -- documents that an admin sent and has not published yet
    create table drafts (
        key text primary key,
        name text not null,
        data blob not null,
        encoding text,
        admin integer not null,
        chat integer not null,
        added_at text not null
    ) strict;
    create index drafts_added on drafts (added_at);
    """,
    """
    -- the files as they were published, of which `documents` holds the text
    create table files (
        number integer primary key,
        document text not null unique references documents (sha256),
        name text not null,
        data blob not null
    ) strict;

    -- lists over all meetings cost by the page
    create index entries_outcome on entries (outcome, meeting_id desc, position)
        where outcome is not null;
    create index entries_statement on entries (meeting_id desc, position)
        where kind = 'statement';
    """,
    """
    -- what Telegram sent, in the order it came; `raw` is the update as JSON, gone once it is done
    create table inbox (
        number integer primary key,
        update_id integer not null unique,
        raw text,
        state text not null check (state in ('waiting', 'done', 'aside')),
        reason text,
        taken_at text not null
    ) strict;
    create index inbox_waiting on inbox (number) where state = 'waiting';

    -- what handlers of updates that are not done have changed already: `number` counts the
    -- changes of one update, `kept` is what tells it again
    create table effects (
        update_id integer not null,
        number integer not null,
        kept text not null check (json_valid(kept)),
        primary key (update_id, number)
    ) strict, without rowid;
    """,
    """
    -- who follows what: a chat, or a topic of a forum
    create table subscriptions (
        number integer primary key,
        key text not null unique,
        chat integer not null,
        thread integer,
        kind text not null,
        words text not null,
        label text not null,
        pace text not null,
        anytime integer not null default 0,
        language text not null,
        since text not null,
        paused_at integer,
        ended text
    ) strict;
    create unique index subscriptions_subject
        on subscriptions (chat, ifnull(thread, 0), kind, words);
    create index subscriptions_resolution on subscriptions (words) where kind = 'resolution';

    -- the words of subscriptions, so that publishing tries only those it shares words with;
    -- `share` is how much of the subject a word is
    create table subscription_terms (
        term text not null,
        number integer not null references subscriptions (number) on delete cascade,
        share real not null,
        primary key (term, number)
    ) strict, without rowid;
    create index subscription_terms_number on subscription_terms (number);

    -- which topic groups can be followed is asked without reading every entry
    create index entries_group on entries (group_name) where group_name is not null;
    """,
    """
    -- notices on their way out: when they were to be sent first, when they were sent or given up,
    -- and why they wait again or were given up
    create table outbox (
        number integer primary key,
        publication text not null,
        chat integer not null,
        thread integer,
        body text not null check (json_valid(body)),
        state text not null default 'waiting' check (state in
            ('waiting', 'sending', 'sent', 'uncertain', 'void', 'blocked', 'failed')),
        attempts integer not null default 0,
        reason text,
        due_at text not null,
        first_due_at text not null,
        settled_at text
    ) strict;
    create unique index outbox_publication on outbox (publication, chat, ifnull(thread, 0));
    create index outbox_due on outbox (due_at, number) where state = 'waiting';
    create index outbox_chat on outbox (chat) where state in ('waiting', 'sending');
    create index outbox_settled on outbox (settled_at) where settled_at is not null;
    """,
    """
    -- what chats, and their topics (0 is the chat itself), have chosen; null is as it is by itself
    create table settings (
        chat integer not null,
        thread integer not null,
        language text,
        results integer,
        pace text,
        anytime integer,
        toured integer,
        primary key (chat, thread)
    ) strict, without rowid;

    -- how much was asked on a day in Taiwan, and whether an answer helped: no one's name, no chat
    create table days (
        day text primary key,
        questions integer not null,
        answered integer not null
    ) strict, without rowid;
    create table feedback (
        entry_id text primary key,
        helpful integer not null,
        unhelpful integer not null
    ) strict, without rowid;
    """,
    """
    -- a notice that was due when it was put stays due, also when the clock is set back
    alter table outbox add column at_once integer not null default 0;
    create index outbox_at_once on outbox (number) where state = 'waiting' and at_once;

    -- what could not be handled is kept with its words for a few days only
    create index inbox_aside on inbox (taken_at) where state = 'aside' and raw is not null;
    """,
    """
    -- what was promised for a later meeting is listed without reading every entry
    create index entries_promised on entries (meeting_id desc, position)
        where follow_up is not null;
    """,
    """
    -- how much the files take, so that keeping one does not cost by the others
    create table files_size (bytes integer not null) strict;
    insert into files_size select coalesce(sum(length(data)), 0) from files;
    create trigger files_grow after insert on files begin
        update files_size set bytes = bytes + length(new.data);
    end;
    create trigger files_shrink after delete on files begin
        update files_size set bytes = bytes - length(old.data);
    end;
    """,
    """
    -- a row of meetings is called by its title, no longer by its body alone: who awaits the next
    -- meeting awaits one of that row
    update subscription_terms
        set term = '#after:' || fold(coalesce(series_of(m.title), ''))
            || substr(term, length('#after:' || fold(coalesce(m.series, ''))) + 1)
        from subscriptions as s
            join entries as e on e.id = s.words
            join meetings as m on m.id = e.meeting_id
        where s.number = subscription_terms.number and s.kind = 'resolution'
            and instr(term, '#after:' || fold(coalesce(m.series, '')) || ':') = 1;
    update identities set series = series_of(title);
    update meetings set series = series_of(title);
    """,
)
