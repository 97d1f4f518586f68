-- What the presses of one site have on disk, by content. May be thrown away: everything is then printed anew.
create table fact (press text not null, name text not null, value text not null, primary key (press, name)) without rowid;
create table sheet (
  path text primary key,
  page text not null,            -- what the press calls it
  hash text not null,            -- of the bytes on disk; empty while in doubt, so that it is written again
  bytes integer not null,
  since integer not null,        -- counts up with every alteration; deliveries go on after the last they brought
  round integer not null,        -- of the resetting that last printed it
  press text not null            -- whose file it is; no other press may write it
) without rowid;
create index sheet_page on sheet (page, press);
create index sheet_since on sheet (since) where hash != '';
create table gone (path text primary key, since integer not null) without rowid; -- taken away, to be taken away elsewhere
create index gone_since on gone (since);
