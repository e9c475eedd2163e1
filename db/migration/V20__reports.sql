-- What doctors write about exams: one draft an exam, and what was signed, which stays as it was.

-- A signed report. All of its text is sealed; who signed it stands in the open, for whoever verifies it. It outlives the rows of its
-- exam and of its patient, so it refers to them and does not depend on them.
create table signed_report (
    id uuid constraint signed_report_pk primary key,
    owner uuid not null,
    exam_id uuid not null,
    patient_id uuid not null,
    kind text not null,
    earlier uuid,
    language text not null,
    text bytea not null,
    identity bytea not null,
    pdf uuid not null,
    bytes bigint not null,
    sha256 bytea not null,
    token_hash bytea not null constraint signed_report_once_per_token unique,
    signed_at timestamptz not null,
    signer uuid not null,
    signer_name text not null,
    signer_crm text not null,
    certified boolean not null,
    constraint signed_report_within_exam unique (id, owner, exam_id),
    constraint signed_report_follows foreign key (earlier, owner, exam_id) references signed_report (id, owner, exam_id),
    constraint signed_report_kind_known check (kind in ('FIRST', 'ADDENDUM', 'REPLACEMENT')),
    constraint signed_report_follows_something check ((kind = 'FIRST') = (earlier is null)),
    constraint signed_report_language_known check (language in ('pt-BR', 'en'))
);
create index signed_report_by_exam on signed_report (owner, exam_id, signed_at);
create index signed_report_by_earlier on signed_report (earlier);
create unique index signed_report_replaced_once on signed_report (earlier) where kind = 'REPLACEMENT';

-- That a report no longer holds; why is sealed.
create table report_withdrawal (
    report_id uuid constraint report_withdrawal_pk primary key constraint report_withdrawal_of_report references signed_report,
    owner uuid not null,
    at timestamptz not null,
    by uuid not null,
    reason bytea not null
);

create function signed_report_stays() returns trigger language plpgsql as
$$ begin raise exception 'what was signed is never changed'; end $$;
create trigger signed_report_append_only before update or delete or truncate on signed_report
    for each statement execute function signed_report_stays();
create trigger report_withdrawal_append_only before update or delete or truncate on report_withdrawal
    for each statement execute function signed_report_stays();
revoke update, delete on signed_report, report_withdrawal from covid_dicom;

-- What is being written. Whoever saves says which version they have seen: nobody overwrites what they do not know.
create table report_draft (
    id uuid constraint report_draft_pk primary key,
    owner uuid not null,
    exam_id uuid not null constraint report_draft_once_per_exam unique
        constraint report_draft_of_exam references exam on delete cascade,
    kind text not null,
    earlier uuid,
    text bytea not null,
    version int not null,
    saved_at timestamptz not null,
    constraint report_draft_follows foreign key (earlier, owner, exam_id) references signed_report (id, owner, exam_id),
    constraint report_draft_kind_known check (kind in ('FIRST', 'ADDENDUM', 'REPLACEMENT')),
    constraint report_draft_follows_something check ((kind = 'FIRST') = (earlier is null))
);

-- Sentences that an owner's doctors use again; doctors put names into them, so they are sealed.
create table report_phrase (
    id uuid constraint report_phrase_pk primary key,
    owner uuid not null,
    phrase bytea not null,
    kept_at timestamptz not null
);
create index report_phrase_by_owner on report_phrase (owner);

-- What stands at the head of an owner's reports. The logo is a picture that we painted.
create table letterhead (
    owner uuid constraint letterhead_pk primary key,
    name text not null,
    address text not null,
    phone text not null,
    crm text,
    logo bytea,
    constraint letterhead_fits check (length(name) <= 120 and length(address) <= 240 and length(phone) <= 60)
);

do $$
declare owned text;
begin
    foreach owned in array array['signed_report', 'report_withdrawal', 'report_draft', 'report_phrase', 'letterhead'] loop
        execute format('alter table %I enable row level security', owned);
        execute format('alter table %I force row level security', owned);
        execute format('create policy %I on %I to covid_dicom using (owner = app_owner())', owned || '_of_owner', owned);
    end loop;
end $$;

-- Whoever holds a report may ask whether it is one, of whomever it is: the answer says who signed it and when, not whom it is about.
grant create on schema public to covid_dicom_counter;
grant select (id, kind, earlier, token_hash, sha256, signed_at, signer_name, signer_crm, certified) on signed_report to covid_dicom_counter;
grant select (report_id, at) on report_withdrawal to covid_dicom_counter;
create policy signed_report_verified on signed_report for select to covid_dicom_counter using (true);
create policy report_withdrawal_verified on report_withdrawal for select to covid_dicom_counter using (true);
create function verified_report(token bytea)
    returns table (signed_at timestamptz, signer_name text, signer_crm text, certified boolean, sha256 bytea,
                   replaced_at timestamptz, withdrawn_at timestamptz)
    language sql stable security definer set search_path = public, pg_temp
begin atomic
    select report.signed_at, report.signer_name, report.signer_crm, report.certified, report.sha256, next.signed_at, withdrawal.at
    from signed_report report
    left join signed_report next on next.earlier = report.id and next.kind = 'REPLACEMENT'
    left join report_withdrawal withdrawal on withdrawal.report_id = report.id
    where report.token_hash = token;
end;
revoke execute on function verified_report from public;
grant execute on function verified_report to covid_dicom;
alter function verified_report owner to covid_dicom_counter;
revoke create on schema public from covid_dicom_counter;
