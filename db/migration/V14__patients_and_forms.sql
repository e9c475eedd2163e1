-- Who an owner's exams are of, what the form of an exam says, and what turned out to be true.

-- What identifies a patient is sealed. By the fingerprints, which are keyed with the owner's own key, a patient is found again;
-- they cannot be compared between owners, and say nothing once the key is gone.
create table patient (
    id uuid constraint patient_pk primary key,
    owner uuid not null,
    identity bytea not null,
    cpf_print bytea,
    person_print bytea,
    registered_at timestamptz not null,
    constraint patient_once_per_cpf unique (owner, cpf_print),
    constraint patient_can_be_found check (cpf_print is not null or person_print is not null)
);
create index patient_by_person on patient (owner, person_print);

-- Fingerprints of how each word of the name begins, for the search by name.
create table patient_word (
    owner uuid not null,
    word bigint not null,
    patient_id uuid not null constraint patient_word_of_patient references patient on delete cascade,
    constraint patient_word_pk primary key (owner, word, patient_id)
);
create index patient_word_by_patient on patient_word (patient_id);

-- The form as it was typed, sealed, finished or not. Once it is finished, what lists are filtered by stands in the open; "told_at"
-- is when it was last told who the patient is, be it with another exam of theirs.
create table exam_form (
    exam_id uuid constraint exam_form_pk primary key constraint exam_form_of_exam references exam on delete cascade,
    owner uuid not null,
    typed bytea not null,
    saved_at timestamptz not null,
    completed_at timestamptz,
    told_at timestamptz,
    patient_id uuid constraint exam_form_of_patient references patient,
    case_state text,
    municipality int,
    uf text,
    onset_on date,
    constraint exam_form_state_known check (case_state in ('SUSPECTED', 'CONFIRMED', 'DISCARDED')),
    constraint exam_form_whole check (
        num_nulls(completed_at, told_at, patient_id, case_state, municipality, uf) in (0, 6)
        and (completed_at is not null or onset_on is null))
);
create index exam_form_by_patient on exam_form (owner, patient_id);

-- What turned out to be true of an exam's case, sealed, and whether it counts as COVID-19.
create table outcome (
    exam_id uuid constraint outcome_pk primary key constraint outcome_of_exam references exam on delete cascade,
    owner uuid not null,
    told bytea not null,
    truth text not null,
    recorded_at timestamptz not null,
    constraint outcome_truth_known check (truth in ('COVID_19', 'OTHER', 'UNDECIDED'))
);
create index outcome_by_owner on outcome (owner, truth);

-- An exam may be thrown away after it was read: what was told of its patient may show only then that its images identify somebody.
alter table reading drop constraint reading_of_exam;
alter table reading add constraint reading_of_exam foreign key (exam_id) references exam on delete cascade;
alter table reading_slice drop constraint slice_of_reading;
alter table reading_slice add constraint slice_of_reading foreign key (reading_id) references reading on delete cascade;

do $$
declare owned text;
begin
    foreach owned in array array['patient', 'patient_word', 'exam_form', 'outcome'] loop
        execute format('alter table %I enable row level security', owned);
        execute format('alter table %I force row level security', owned);
        execute format('create policy %I on %I to covid_dicom using (owner = app_owner())', owned || '_of_owner', owned);
    end loop;
end $$;
