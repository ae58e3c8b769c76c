-- What somebody says who is shown in an intimate picture, without an account. They hold the code; here is only its hash.
-- What was written is encrypted (`sealed_…`), with a key that is not in this file.
create table notice (
    id            integer primary key autoincrement,
    code          blob    not null unique,
    created       integer not null,
    sealed_words  blob    not null,
    state         text    not null,
    decided       integer,
    sealed_answer blob,
    check ((state = 'OPEN') = (decided is null))
) strict;

create index notice_open on notice (created) where state = 'OPEN';
create index notice_decided on notice (decided);
