-- What has arrived where. Written by dispatches only; without it everything is brought again.
create table reached (delivery text primary key, ledger text not null, since integer not null, number integer not null) without rowid;
create table arrived (delivery text not null, path text not null, hash text not null, primary key (delivery, path)) without rowid;
create table swept (delivery text primary key, marks text not null) without rowid; -- the marks of erased files that were looked for there last
