-- An owner has a root key, from which secrets and sealed columns derive and which never changes (generation 0), and keys that
-- seal blobs (generations from 1 on), of which the newest seals and older ones open until nothing is left under them. What was
-- one key until now becomes both. "master" says which master key wrapped a key; it was not written down before.
alter table vault_key add column generation int not null default 0, add column master text;
alter table vault_key alter column generation drop default;
alter table vault_key drop constraint vault_key_pk;
alter table vault_key add constraint vault_key_pk primary key (owner, generation);
insert into vault_key (owner, generation, wrapped, created_at) select owner, 1, wrapped, created_at from vault_key;

-- Which key sealed a blob, so that a key stays as long as it is needed and a new one can take its place.
create table vault_blob (
    id uuid constraint vault_blob_pk primary key,
    owner uuid not null,
    generation int not null,
    begun_at timestamptz not null,
    constraint vault_blob_has_key foreign key (owner, generation) references vault_key
);
create index vault_blob_by_key on vault_blob (owner, generation, id);
insert into vault_blob (id, owner, generation, begun_at)
select blob, owner, 1, received_at from instance
union all
select uncovered, owner, 1, received_at from instance where uncovered is not null;

-- What concerns all owners and may yet be known to the application: who has keys, and which master keys are in use.
create function owners_with_keys() returns setof uuid language sql stable security definer set search_path = public, pg_temp
begin atomic
    select distinct owner from vault_key order by owner;
end;

create function keys_by_master() returns table (master text, keys bigint)
    language sql stable security definer set search_path = public, pg_temp
begin atomic
    select vault_key.master, count(*) from vault_key group by vault_key.master;
end;
