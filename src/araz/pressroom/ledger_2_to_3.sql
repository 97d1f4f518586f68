-- Before this there was one press, the website's.
alter table sheet add column press text not null default 'website';
drop index sheet_page;
create index sheet_page on sheet (page, press);
create table facts (press text not null, name text not null, value text not null, primary key (press, name)) without rowid;
insert into facts select case when name in ('id', 'since') then '' else 'website' end, name, value from fact;
drop table fact;
alter table facts rename to fact;
