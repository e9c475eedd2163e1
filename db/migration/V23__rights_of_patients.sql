-- What patients ask for by law (LGPD, art. 18), until when it is to be answered, and what became of it.
create table rights_request (
    id uuid constraint rights_request_pk primary key,
    owner uuid not null,
    patient_id uuid constraint rights_request_of_patient references patient on delete set null,
    kind text not null,
    channel text not null,
    note bytea,
    state text not null,
    asked_at timestamptz not null,
    due_on date not null,
    answered_at timestamptz,
    answer bytea,
    constraint rights_request_kind_known check (kind in
        ('ACCESS', 'COPY', 'CORRECTION', 'ANONYMISATION', 'DELETION', 'PORTABILITY', 'WHO_HAD_ACCESS')),
    constraint rights_request_channel_known check (channel in ('LINK', 'DOCTOR')),
    constraint rights_request_state_known check (state in ('OPEN', 'DONE', 'DENIED')),
    constraint rights_request_answered check ((state = 'OPEN') = (answered_at is null))
);
create index rights_request_by_patient on rights_request (owner, patient_id);
create index rights_request_open on rights_request (due_on) where state = 'OPEN';

-- What outlives the deletion of a patient, because a law says so; sealed as it was, and named by its id alone.
create table kept_by_law (
    thing uuid constraint kept_by_law_pk primary key,
    owner uuid not null,
    kind text not null,
    reason text not null,
    kept_since timestamptz not null,
    kept_until date not null
);
create index kept_by_law_by_owner on kept_by_law (owner);

do $$
declare owned text;
begin
    foreach owned in array array['rights_request', 'kept_by_law'] loop
        execute format('alter table %I enable row level security', owned);
        execute format('alter table %I force row level security', owned);
        execute format('create policy %I on %I to covid_dicom using (owner = app_owner())', owned || '_of_owner', owned);
    end loop;
end $$;

-- Administrators watch the clock, and learn nothing of whom it is about.
grant create on schema public to covid_dicom_counter;
grant select (id, owner, kind, channel, state, asked_at, due_on, answered_at) on rights_request to covid_dicom_counter;
grant select (kind, reason, kept_until) on kept_by_law to covid_dicom_counter;
create policy rights_request_timed on rights_request for select to covid_dicom_counter using (true);
create policy kept_by_law_counted on kept_by_law for select to covid_dicom_counter using (true);
create view rights_deadline as
    select id, owner, kind, channel, state, asked_at, due_on, answered_at from rights_request;
create view kept_by_law_count as
    select kind, reason, count(*) things, min(kept_until) first_until from kept_by_law group by kind, reason;
revoke all on rights_deadline, kept_by_law_count from covid_dicom;
grant select on rights_deadline, kept_by_law_count to covid_dicom_administrator;
alter view rights_deadline owner to covid_dicom_counter;
alter view kept_by_law_count owner to covid_dicom_counter;
revoke create on schema public from covid_dicom_counter;

-- What has been kept for as long as it was to be, whoever's it is; what is done about it, is done as its owner.
grant create on schema public to covid_dicom_counter;
grant select (id, owner, patient_id, blob, received_at) on consent_paper to covid_dicom_counter;
grant select (paper) on consent_step to covid_dicom_counter;
create policy consent_paper_aged on consent_paper for select to covid_dicom_counter using (true);
create function requests_answered_before(moment timestamptz) returns table (owner uuid, id uuid)
    language sql stable security definer set search_path = public, pg_temp
begin atomic
    select request.owner, request.id from rights_request request where request.answered_at < moment order by request.answered_at limit 1000;
end;
create function papers_unused_since(moment timestamptz) returns table (owner uuid, id uuid)
    language sql stable security definer set search_path = public, pg_temp
begin atomic
    select paper.owner, paper.id from consent_paper paper
    where paper.received_at < moment and not exists (select from consent_step step where step.paper = paper.id)
    order by paper.received_at limit 1000;
end;
revoke execute on function requests_answered_before, papers_unused_since from public;
grant execute on function requests_answered_before, papers_unused_since to covid_dicom, covid_dicom_administrator;
alter function requests_answered_before owner to covid_dicom_counter;
alter function papers_unused_since owner to covid_dicom_counter;
revoke create on schema public from covid_dicom_counter;
