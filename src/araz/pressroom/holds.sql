-- Which stories are held back, and what readers keep in their place. Kept with the edition and backed up with it.
create table fact (name text primary key, value text not null) without rowid;
create table held (story text primary key, former blob);      -- the form that readers keep; null if they had none
create table finding (                                        -- what was found and where, without its value
  subject text not null,                                      -- id of a story, or the path of a page that is no story's
  place text not null, kind text not null, digest text not null,
  primary key (subject, place, kind, digest)
) without rowid;
create table altered (story text primary key, count integer not null, change blob not null);  -- held or let go; for every press
create index altered_count on altered (count);
create table withheld (press text not null, page text not null, path text not null, primary key (press, page)) without rowid;
