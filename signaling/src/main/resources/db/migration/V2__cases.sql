-- Times are milliseconds since 1970. What people wrote, said or showed is encrypted (columns named `sealed_…`), with a
-- key that is not in this file.

drop table report_line;
drop table report;

-- Who decides. Whoever left keeps the row for as long as the audit names them, without a name.
create table moderator (
    id      integer primary key autoincrement,
    name    text,
    handle  text    not null unique,
    created integer not null,
    removed integer,
    check ((name is null) = (removed is not null))
) strict;

create unique index moderator_name on moderator (name);

-- A link to make a passkey with, once. Here is only the hash of its code.
create table invitation (
    code      blob    not null primary key,
    moderator integer not null references moderator (id) on delete cascade,
    expires   integer not null
) strict, without rowid;

create table passkey (
    credential text    not null primary key,
    moderator  integer not null references moderator (id) on delete cascade,
    public_key text    not null,
    counter    integer not null,
    created    integer not null,
    used       integer
) strict, without rowid;

create index passkey_moderator on passkey (moderator);

-- The reports about one browser that are decided together. `closed`: decided, or nobody did in time.
create table docket (
    id          integer primary key autoincrement,
    browser     text    not null,
    version     integer not null,
    opened      integer not null,
    closed      integer,
    taker       integer,
    taken_until integer,
    held_until  integer,
    held_by     integer,
    sealed_hold blob
) strict;

create unique index docket_open on docket (browser) where closed is null;
create index docket_browser on docket (browser);

-- One visitor's complaint about another, in one room. The reporter holds the receipt; here is only its hash.
create table report (
    id               integer primary key autoincrement,
    docket           integer not null references docket (id),
    receipt          blob    not null unique,
    created          integer not null,
    reason           text    not null,
    room             text    not null,
    mode             text    not null,
    seconds          integer not null,
    seat             text    not null,
    reporter         text    not null,
    reporter_network text    not null,
    reported         text    not null,
    reported_network text    not null,
    sealed_evidence  blob,
    upload           blob    unique,
    upload_until     integer,
    unique (room, reporter)
) strict;

create index report_docket on report (docket);
create index report_reporter on report (reporter);
create index report_created on report (created);

-- A picture of the reporter's own screen.
create table frame (
    report      integer primary key references report (id) on delete cascade,
    sealed_jpeg blob not null
) strict;

-- What was decided. `moderator` is null where it was automatic, `network` where the browser alone is meant, `measure`
-- and `statement` (the hash of its code) where the reports were dismissed. `lifted`: taken back.
create table decision (
    id            integer primary key autoincrement,
    docket        integer not null references docket (id),
    version       integer not null,
    browser       text    not null,
    network       text,
    made          integer not null,
    moderator     integer,
    measure       text,
    rule          text,
    until         integer,
    statement     blob    unique,
    sealed_facts  blob,
    noted         integer,
    lifted        integer,
    sealed_lifted blob,
    unique (docket, version)
) strict;

create index decision_browser on decision (browser);

-- At most one for each decision. `reversed` is null while nobody has decided.
create table appeal (
    decision     integer primary key references decision (id) on delete cascade,
    made         integer not null,
    sealed_text  blob,
    decided      integer,
    moderator    integer,
    reversed     integer,
    sealed_words blob
) strict;

-- What was done and by whom: ids and codes, no words. Each row's hash covers the row and the hash before it.
create table audit (
    seq      integer primary key,
    at       integer not null,
    actor    text    not null,
    action   text    not null,
    detail   text    not null,
    docket   integer,
    decision integer,
    hash     blob    not null
) strict;

create index audit_at on audit (at);

-- Where the chain begins (what was before is deleted) and where it ends, each signed with a key not in this file.
create table audit_end (
    which text    not null primary key check (which in ('first', 'last')),
    seq   integer not null,
    hash  blob    not null,
    mac   blob    not null
) strict, without rowid;

-- How often something happened in a month (such as 2026-11). Stays for good.
create table tally (
    month text    not null,
    name  text    not null,
    count integer not null,
    primary key (month, name)
) strict, without rowid;

-- How many decisions of a month took how many minutes, from the oldest report on. Stays for good.
create table tally_wait (
    month   text    not null,
    minutes integer not null,
    count   integer not null,
    primary key (month, minutes)
) strict, without rowid;
