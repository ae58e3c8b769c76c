-- Times are milliseconds since 1970. Browsers and networks are HMACs: no row holds an address or a key.

-- One visitor's complaint about another, in one room. The reporter holds the receipt; here is only its hash.
create table report (
    id               integer primary key autoincrement,
    receipt          blob    not null unique,
    created          integer not null,
    reason           text    not null,
    note             text,
    room             text    not null,
    mode             text    not null,
    seconds          integer not null,
    seat             text    not null,
    reporter         text    not null,
    reporter_network text    not null,
    reported         text    not null,
    reported_network text    not null,
    unique (room, reporter)
) strict;

create index report_created on report (created);

-- What the reporter attached: lines whose seals held. `seat` is whose words they are.
create table report_line (
    report   integer not null references report (id) on delete cascade,
    position integer not null,
    seat     text    not null,
    line     integer not null,
    at       integer not null,
    text     text    not null,
    primary key (report, position)
) strict, without rowid;

-- Two browsers that never meet again, the lesser name first. `used`: when one of them was last here.
create table block (
    one     text    not null,
    other   text    not null,
    created integer not null,
    used    integer not null,
    primary key (one, other),
    check (one < other)
) strict, without rowid;

create index block_other on block (other);
create index block_used on block (used);

-- Rooms of the last minutes before a clean stop, so that they can still be reported after it. No words.
create table past_room (
    room      text    not null primary key,
    mode      text    not null,
    browser_a text    not null,
    network_a text    not null,
    browser_b text    not null,
    network_b text    not null,
    started   integer not null,
    ended     integer not null
) strict, without rowid;
