-- One edition: all that is public on one site, and the record of how it came to be.
-- Tables of long rows keep SQLite's row number: without it every level of the tree would carry whole rows, and finding
-- one of 100,000 stories would take twelve looks instead of three.
create table fact (name text primary key, value integer not null) without rowid;
create table story (
  id text primary key,
  language text not null,
  path text not null unique,            -- frozen at the first publication
  at integer not null,                  -- first publication, seconds since 1970, a multiple of 600
  month text not null,
  first_number integer not null,        -- the record's line of the first publication; orders ties
  number integer not null,              -- the line that last changed the story
  state text not null check (state in ('live', 'withdrawn')),
  grp text not null,
  teaser blob,                          -- null when withdrawn
  topics text not null,                 -- ids parted by spaces
  stored blob not null,                 -- what the record commits to, together with
  salt blob not null
);
create index story_newest on story (at, first_number);
create index story_group on story (grp);
create table listed (
  list text not null, month text not null, at integer not null, first_number integer not null, story text not null,
  primary key (list, month, at, first_number, story)
) without rowid;
create table list_month (list text not null, month text not null, stories integer not null, primary key (list, month)) without rowid;
create table list_stamp (list text primary key, number integer not null, day text not null) without rowid;
create table names (named text not null, story text not null, primary key (named, story)) without rowid;
create index names_story on names (story);
create table shows (picture text not null, shower text not null, width integer not null, primary key (picture, shower)) without rowid;
create index shows_shower on shows (shower);
create table part (key text primary key, number integer not null, stored blob not null, salt blob not null) without rowid;
create table comment (
  id text primary key, story text not null, number integer not null, stored blob not null, salt blob not null
) without rowid;
-- A comment keeps its place below a story when a later line has changed it.
create table comment_place (id text primary key, number integer not null) without rowid;
create index comment_story on comment (story, number);
create table old_address (              -- every claim; of several for one path the oldest counts
  drawer text not null, path text not null, number integer not null, claimant text not null, target text not null,
  primary key (drawer, path, number, claimant)
) without rowid;
create index old_address_claimant on old_address (claimant);
create table removed (mark text primary key) without rowid; -- of paths of files that were erased
create table record (number integer primary key, line text not null, touched blob not null);
