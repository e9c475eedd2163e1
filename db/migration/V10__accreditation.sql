-- Who may send exams: one case for each owner, what was asked and decided on it, and the papers that were shown.
create table accreditation (
    id uuid constraint accreditation_pk primary key,
    owner uuid not null constraint accreditation_once_per_owner unique,
    kind text not null,
    language text not null,
    -- What the applicant says about themselves, sealed under the case's own key; nothing for who was let in at this machine.
    claims bytea,
    -- A keyed fingerprint of the CPF: two cases of one person are seen without opening either.
    cpf_lookup bytea,
    standing text not null,
    until date,
    reason text,
    since timestamptz not null,
    renewal_asked_at timestamptz,
    constraint accreditation_kind_known check (kind in ('DOCTOR', 'CLINIC', 'RESEARCHER')),
    constraint accreditation_standing_whole check (
        case standing
            when 'REQUESTED' then until is null and reason is null
            when 'EVIDENCE_ASKED' then until is null and reason is not null
            when 'GRANTED' then until is not null and reason is null
            when 'REFUSED' then until is null and reason is not null
            when 'SUSPENDED' then until is not null and reason is not null
            when 'EXPIRED' then until is not null and reason is null
            else false
        end),
    constraint accreditation_renewal_of_what_was_granted
        check (renewal_asked_at is null or standing in ('GRANTED', 'EXPIRED', 'SUSPENDED'))
);
create index accreditation_queue on accreditation (standing, since, id);
create index accreditation_renewals on accreditation (renewal_asked_at, id) where renewal_asked_at is not null;
create index accreditation_by_cpf on accreditation (cpf_lookup);

-- Every step of a case. Rows are only ever added; "by" is the account that took the step, nobody if time did.
create table accreditation_step (
    id bigint generated always as identity constraint accreditation_step_pk primary key,
    case_id uuid not null constraint accreditation_step_of_case references accreditation,
    owner uuid not null,
    at timestamptz not null,
    by uuid,
    step text not null,
    was text,
    became text not null,
    until date,
    reason text
);
create index accreditation_step_by_case on accreditation_step (case_id, id);

create function accreditation_step_stays() returns trigger language plpgsql as
$$ begin raise exception 'steps of a case are never changed'; end $$;

create trigger accreditation_step_append_only before update or delete or truncate on accreditation_step
    for each statement execute function accreditation_step_stays();

-- A paper that was shown, as it came, and each of its pages as a picture that we made.
create table evidence (
    id uuid constraint evidence_pk primary key,
    case_id uuid not null constraint evidence_of_case references accreditation,
    owner uuid not null,
    kind text not null,
    blob uuid not null,
    bytes bigint not null,
    pages uuid[] not null,
    received_at timestamptz not null,
    constraint evidence_kind_known check (kind in ('PDF', 'JPEG', 'PNG')),
    constraint evidence_has_pages check (cardinality(pages) > 0)
);
create index evidence_by_case on evidence (case_id, received_at);

-- What the council of medicine says about the CRM of a case, and how it was asked.
create table council_answer (
    id bigint generated always as identity constraint council_answer_pk primary key,
    case_id uuid not null constraint council_answer_of_case references accreditation,
    owner uuid not null,
    at timestamptz not null,
    by uuid,
    finding text not null,
    constraint council_answer_known check (finding in ('FOUND', 'NAME_DIFFERS', 'NOT_FOUND'))
);
create index council_answer_by_case on council_answer (case_id, id);

-- A reminder before a date is sent once.
create table accreditation_reminder (
    case_id uuid not null constraint accreditation_reminder_of_case references accreditation,
    owner uuid not null,
    until date not null,
    days int not null,
    sent_at timestamptz not null,
    constraint accreditation_reminder_pk primary key (case_id, until, days)
);

-- Whoever could send exams until now still can.
insert into accreditation (id, owner, kind, language, standing, until, since)
select gen_random_uuid(), id, 'DOCTOR', language, 'GRANTED', current_date + interval '2 years', now()
from account where kind = 'DOCTOR';
