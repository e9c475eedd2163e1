-- Audit entries form a chain: each carries the hash of the one before, and each day that is over is closed with an anchor over
-- the anchor of the day closed before. The database makes the chain itself, so that whoever writes an entry cannot choose its
-- place. The former entries are chained in the order in which they came.

alter table audit_entry rename to audit_entry_former;
alter table audit_entry_former drop constraint audit_entry_pk;

create table audit_entry (
    number bigint constraint audit_entry_pk primary key,
    day date not null,
    at timestamptz not null,
    actor uuid,
    owner uuid,
    action text not null,
    subject uuid,
    previous bytea not null,
    hash bytea not null,
    constraint audit_entry_action_is_a_name check (action ~ '^[a-z][a-z0-9.-]*$')
);
create index audit_entry_by_subject on audit_entry (owner, subject, number);

create table audit_day (
    day date constraint audit_day_pk primary key,
    entries bigint not null,
    last_hash bytea not null,
    anchor bytea not null
);

-- The newest entry. Writers wait here for one another, and entries that are taken off the end are missed here.
create table audit_head (
    only_one boolean constraint audit_head_pk primary key default true constraint audit_head_only_one check (only_one),
    number bigint not null,
    day date,
    hash bytea not null
);
insert into audit_head (number, hash) values (0, '');

-- A field as it is hashed: its length in bytes, then its UTF-8; the length of what is absent is -1.
create function audit_field(value text) returns bytea language sql stable
return coalesce(int4send(octet_length(convert_to(value, 'UTF8'))) || convert_to(value, 'UTF8'), int4send(-1));

create function audit_hash(entry audit_entry) returns bytea language sql stable
return sha256(
    audit_field(entry.number::text)
    || audit_field(to_char(entry.day, 'YYYY-MM-DD'))
    || audit_field((extract(epoch from entry.at) * 1000000)::bigint::text)
    || audit_field(entry.actor::text)
    || audit_field(entry.owner::text)
    || audit_field(entry.action)
    || audit_field(entry.subject::text)
    || audit_field(encode(entry.previous, 'hex')));

create procedure audit_close_day(head audit_head) language sql
begin atomic
    insert into audit_day (day, entries, last_hash, anchor)
    select head.day, today.entries, head.hash, sha256(
        audit_field(encode(coalesce((select anchor from audit_day order by day desc limit 1), ''), 'hex'))
        || audit_field(to_char(head.day, 'YYYY-MM-DD'))
        || audit_field(today.entries::text)
        || audit_field(encode(head.hash, 'hex')))
    from (select head.number - coalesce(sum(entries), 0)::bigint as entries from audit_day) today;
end;

-- The day never goes back, even if the clock that the entry brings does.
create function audit_entry_chain() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
    head audit_head;
begin
    select * into strict head from audit_head for update;
    new.number := head.number + 1;
    new.day := greatest(head.day, (new.at at time zone 'UTC')::date);
    if new.day > head.day then
        call audit_close_day(head);
    end if;
    new.previous := head.hash;
    new.hash := audit_hash(new);
    update audit_head set number = new.number, day = new.day, hash = new.hash;
    return new;
end $$;
create trigger audit_entry_chain before insert on audit_entry for each row execute function audit_entry_chain();

insert into audit_entry (at, owner, action, subject)
select at, owner, action, subject from audit_entry_former order by id;
drop table audit_entry_former;

create trigger audit_entry_append_only before update or delete or truncate on audit_entry
    for each statement execute function audit_entry_stays();
create trigger audit_day_append_only before update or delete or truncate on audit_day
    for each statement execute function audit_entry_stays();
