-- Before this a thing could be let out of one story only, and the paper's own parts were never held.
alter table finding add column thing text not null default '';
create table held_part (part text primary key, former blob not null) without rowid;
create table let_out (                                        -- what would be a finding if nobody had let it out
  subject text not null, place text not null, kind text not null, digest text not null, thing text not null,
  primary key (subject, place, kind, digest)
) without rowid;
