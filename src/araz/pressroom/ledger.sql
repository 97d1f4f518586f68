-- What one press has on disk, by content. May be thrown away: everything is then printed anew.
create table fact (name text primary key, value text not null) without rowid;
create table sheet (
  path text primary key,
  page text not null,            -- what the press calls it
  hash text not null,            -- of the bytes on disk; empty while in doubt, so that it is written again
  bytes integer not null,
  since integer not null,        -- counts up with every alteration; deliveries go on after the last they brought
  round integer not null         -- of the resetting that last printed it
) without rowid;
create index sheet_page on sheet (page);
create index sheet_since on sheet (since) where hash != '';
create table gone (path text primary key, since integer not null) without rowid; -- taken away, to be taken away elsewhere
create index gone_since on gone (since);
