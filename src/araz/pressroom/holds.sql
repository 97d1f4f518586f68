-- Which stories are held back, and what readers keep in their place. Kept with the edition and backed up with it.
create table fact (name text primary key, value text not null) without rowid;
create table held (story text primary key, former blob);      -- the form that readers keep; null if they had none
create table held_part (part text primary key, former blob not null) without rowid;  -- a part of the paper that stays as it was
create table finding (                                        -- what was found and where, without its value
  subject text not null,                                      -- id of a story, key of a part, or the path of a page that is no story's
  place text not null, kind text not null,
  digest text not null,                                       -- of what was found, there
  thing text not null default '',                             -- of the same thing, wherever it is found
  primary key (subject, place, kind, digest)
) without rowid;
create table let_out (                                        -- what would be a finding if nobody had let it out
  subject text not null, place text not null, kind text not null, digest text not null, thing text not null,
  primary key (subject, place, kind, digest)
) without rowid;
create table altered (story text primary key, count integer not null, change blob not null);  -- held or let go; for every press
create index altered_count on altered (count);
create table withheld (press text not null, page text not null, path text not null, primary key (press, page)) without rowid;
