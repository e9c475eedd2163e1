-- E-mails until a server has taken them, and the links by which patients open reports.

-- Address and text are sealed under the platform's key and go in the same stroke that notes that a server has them. Nobody owns an
-- e-mail: some are to people who have no account.
create table mail (
    id uuid constraint mail_pk primary key,
    state text not null,
    sealed bytea,
    queued_at timestamptz not null,
    tries int not null default 0,
    failure text,
    settled_at timestamptz,
    constraint mail_state_known check (state in ('WAITING', 'SENT', 'FAILED')),
    constraint mail_whole_while_it_waits check (state <> 'WAITING' or sealed is not null),
    constraint mail_forgotten_when_sent check (state <> 'SENT' or sealed is null),
    constraint mail_settled check ((state = 'WAITING') = (settled_at is null)),
    constraint mail_failed_for_a_reason check (state <> 'FAILED' or failure is not null)
);
create index mail_by_settling on mail (settled_at);
create index mail_failed on mail (settled_at desc, id) where state = 'FAILED';

-- Administrators' decisions are told by e-mail, and they look after what was given up.
grant select, insert, update, delete on mail to covid_dicom_administrator;

-- E-mails lay in the queue in the clear. Those that wait at this moment were asked for within the last day, and are asked for again.
delete from scheduled_tasks where task_name = 'send-mail';

-- A way for a patient to one signed report. Of the token a keyed hash is kept, so that nobody finds it from here; whoever comes with
-- one is asked to prove who they are. What was done with a link stands in the audit log.
create table report_link (
    id uuid constraint report_link_pk primary key,
    owner uuid not null,
    report_id uuid not null,
    exam_id uuid not null,
    patient_id uuid not null,
    kind text not null,
    token_hash bytea not null constraint report_link_once_per_token unique,
    language text not null,
    download boolean not null,
    recipient bytea,
    mail uuid,
    made_at timestamptz not null,
    expires_at timestamptz not null,
    revoked_at timestamptz,
    openings int not null default 0,
    opened_at timestamptz,
    wrong_proofs int not null default 0,
    constraint report_link_to_report foreign key (report_id, owner, exam_id)
        references signed_report (id, owner, exam_id) on delete cascade,
    constraint report_link_kind_known check (kind in ('MAIL', 'SLIP')),
    constraint report_link_language_known check (language in ('pt-BR', 'en')),
    constraint report_link_mailed_to_somebody check ((kind = 'MAIL') = (recipient is not null and mail is not null))
);
create index report_link_by_exam on report_link (owner, exam_id, made_at desc);
create index report_link_by_report on report_link (report_id);
alter table report_link enable row level security;
alter table report_link force row level security;
create policy report_link_of_owner on report_link to covid_dicom using (owner = app_owner());

-- Whose a link is, for whoever has its token.
grant create on schema public to covid_dicom_counter;
grant select (id, owner, token_hash) on report_link to covid_dicom_counter;
create policy report_link_found on report_link for select to covid_dicom_counter using (true);
create function report_link_of(hash bytea) returns table (owner uuid, id uuid)
    language sql stable security definer set search_path = public, pg_temp
begin atomic
    select link.owner, link.id from report_link link where link.token_hash = hash;
end;
revoke execute on function report_link_of from public;
grant execute on function report_link_of to covid_dicom;
alter function report_link_of owner to covid_dicom_counter;
revoke create on schema public from covid_dicom_counter;
