-- Work on owners' things, such as reading an exam: each step a row until it is done. Who may do the next one holds a ticket, which
-- is a row of scheduled_tasks; a ticket is for any step of its kind, and which one it gets is decided when its turn has come.
create table step (
    id uuid constraint step_pk primary key,
    kind text not null,
    owner uuid not null,
    subject uuid not null,
    due timestamptz not null,
    urgent boolean not null,
    tries int not null default 0,
    ticket text,
    again boolean not null default false,
    parked_at timestamptz,
    failure text,
    constraint step_once unique (kind, subject),
    constraint step_parked_for_a_reason check ((parked_at is null) = (failure is null))
);
create index step_free on step (kind, owner, urgent desc, due, id) where ticket is null and parked_at is null;
create unique index step_by_ticket on step (ticket) where ticket is not null;

-- When an owner last had a turn.
create table step_turn (
    kind text not null,
    owner uuid not null,
    served_at timestamptz not null,
    constraint step_turn_pk primary key (kind, owner)
);

-- What an owner sends in one go, and each of its files. A file's key is a keyed hash: its name stays with its sender.
create table sending (
    id uuid constraint sending_pk primary key,
    owner uuid not null,
    urgent boolean not null,
    begun_at timestamptz not null,
    touched_at timestamptz not null,
    closed boolean not null,
    finished_at timestamptz
);
create index sending_by_owner on sending (owner, begun_at desc);
create index sending_by_touch on sending (touched_at);

create table sent_file (
    id uuid constraint sent_file_pk primary key,
    sending uuid not null constraint sent_file_of_sending references sending on delete cascade,
    owner uuid not null,
    number int not null,
    key bytea not null,
    length bigint not null,
    received bigint not null default 0,
    state text not null,
    touched_at timestamptz not null,
    constraint sent_file_once unique (sending, key),
    constraint sent_file_numbered unique (sending, number),
    constraint sent_file_within_length check (received between 0 and length),
    constraint sent_file_state_known check (state in
        ('WAITING', 'RECEIVING', 'SENT', 'CLEANING', 'SEALED', 'DUPLICATE', 'REFUSED', 'ASIDE', 'FAILED', 'WITHDRAWN'))
);
create index sent_file_by_key on sent_file (owner, key);
create index sent_file_by_change on sent_file (sending, touched_at);

-- Bytes of a file, sealed as they came; gone once the file was taken in.
create table sent_part (
    file uuid not null constraint sent_part_of_file references sent_file on delete cascade,
    owner uuid not null,
    starts bigint not null,
    length bigint not null,
    blob uuid not null,
    constraint sent_part_pk primary key (file, starts),
    constraint sent_part_not_empty check (length > 0)
);

-- What became of each image in a file. Where it lay in an archive is sealed: people call folders by patients' names.
create table sent_image (
    file uuid not null constraint sent_image_of_file references sent_file on delete cascade,
    number int not null,
    owner uuid not null,
    outcome text not null,
    exam uuid constraint sent_image_of_exam references exam on delete set null,
    reason text,
    reason_arguments text[],
    path bytea,
    constraint sent_image_pk primary key (file, number),
    constraint sent_image_outcome_known check (outcome in ('STORED', 'DUPLICATE', 'REFUSED', 'ASIDE'))
);
create index sent_image_by_exam on sent_image (exam);

alter table exam add column urgent boolean not null default false;

do $$
declare owned text;
begin
    foreach owned in array array['step', 'step_turn', 'sending', 'sent_file', 'sent_part', 'sent_image'] loop
        execute format('alter table %I enable row level security', owned);
        execute format('alter table %I force row level security', owned);
        execute format('create policy %I on %I to covid_dicom using (owner = app_owner())', owned || '_of_owner', owned);
    end loop;
end $$;

-- Whose turn it is, is a question about all owners; the answer is one step of one of them.
grant create on schema public to covid_dicom_counter;
grant select, update on step to covid_dicom_counter;
grant select, insert, update on step_turn to covid_dicom_counter;
grant select (id, owner, touched_at) on sending to covid_dicom_counter;
create policy sending_swept on sending for select to covid_dicom_counter using (true);
create policy step_in_turn on step to covid_dicom_counter using (true);
create policy step_turn_in_turn on step_turn to covid_dicom_counter using (true);

-- The step that a ticket holds already, or else one of the owner who has waited longest for a turn, those in a hurry first.
create function claim_step(wanted text, claimant text, now timestamptz)
    returns table (id uuid, owner uuid, subject uuid, tries int)
    language plpgsql security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare chosen uuid;
begin
    perform pg_advisory_xact_lock(hashtext('claim_step'), hashtext(wanted));
    select step.id into chosen from step where step.ticket = claimant;
    if chosen is null then
        with recursive waiting as (
            (select step.owner from step
             where step.kind = wanted and step.ticket is null and step.parked_at is null and step.due <= now
             order by step.owner limit 1)
            union all
            select (select step.owner from step
                    where step.kind = wanted and step.ticket is null and step.parked_at is null and step.due <= now
                      and step.owner > waiting.owner
                    order by step.owner limit 1)
            from waiting where waiting.owner is not null)
        select first.id into chosen
        from waiting
        left join step_turn turn on turn.kind = wanted and turn.owner = waiting.owner
        cross join lateral (
            select step.id, step.urgent, step.due from step
            where step.kind = wanted and step.owner = waiting.owner and step.ticket is null and step.parked_at is null
              and step.due <= now
            order by step.urgent desc, step.due, step.id limit 1) first
        order by first.urgent desc, turn.served_at nulls first, first.due, first.id limit 1;
    end if;
    if chosen is null then
        return;
    end if;
    insert into step_turn (kind, owner, served_at)
    select wanted, step.owner, clock_timestamp() from step where step.id = chosen
    on conflict on constraint step_turn_pk do update set served_at = excluded.served_at;
    return query update step set ticket = claimant, tries = step.tries + 1 where step.id = chosen
        returning step.id, step.owner, step.subject, step.tries;
end $$;

-- When a step wants to be done, whoever's it is; nothing if it is done or has failed for good.
create function step_due(wanted uuid) returns timestamptz
    language sql stable security definer set search_path = public, pg_temp
return (select due from step where id = wanted and parked_at is null);

-- What nobody has touched for so long that it is to be cleared away, whoever's it is.
create function idle_sendings(since timestamptz) returns table (owner uuid, id uuid)
    language sql stable security definer set search_path = public, pg_temp
begin atomic
    select sending.owner, sending.id from sending where sending.touched_at < since order by sending.touched_at limit 1000;
end;

-- What an administrator sees of steps that failed for good, and may do about them.
create view failed_step as
    select id, kind, subject, failure, tries, parked_at from step where parked_at is not null;
create function retry_step(wanted uuid, now timestamptz) returns text
    language sql security definer set search_path = public, pg_temp
begin atomic
    update step set parked_at = null, failure = null, ticket = null, tries = 0, due = now
    where id = wanted and parked_at is not null returning kind;
end;

revoke execute on function claim_step, step_due, idle_sendings, retry_step from public;
grant execute on function claim_step, step_due, idle_sendings to covid_dicom;
grant execute on function retry_step to covid_dicom_administrator;
revoke all on failed_step from covid_dicom;
grant select on failed_step to covid_dicom_administrator;
alter function claim_step owner to covid_dicom_counter;
alter function step_due owner to covid_dicom_counter;
alter function idle_sendings owner to covid_dicom_counter;
alter function retry_step owner to covid_dicom_counter;
alter view failed_step owner to covid_dicom_counter;
revoke create on schema public from covid_dicom_counter;

-- Exams that wait to be read do so as steps from here on.
delete from scheduled_tasks where task_name = 'read-exam';
alter table step no force row level security;
alter table exam no force row level security;
insert into step (id, kind, owner, subject, due, urgent)
select gen_random_uuid(), 'reading', owner, id, now(), false from exam where state in ('ARRIVING', 'QUEUED', 'READING');
insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)
select 'step', 'reading/' || id || '/0', now(), false, 1 from step;
alter table step force row level security;
alter table exam force row level security;
