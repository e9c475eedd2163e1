-- An exam on its owner's shelf: one study, its series, their instances. UIDs are the de-identified ones.
create table exam (
    id uuid constraint exam_pk primary key,
    owner uuid not null constraint exam_of_account references account,
    study_uid text not null,
    modality text not null,
    patient_sex text,
    patient_age text,
    received_at timestamptz not null,
    state text not null,
    state_since timestamptz not null,
    done_steps int not null,
    all_steps int not null,
    suspected double precision,
    positive boolean,
    constraint exam_once_per_owner unique (owner, study_uid),
    constraint exam_state_known check (state in ('ARRIVING', 'QUEUED', 'READING', 'READ', 'REFUSED', 'FAILED')),
    constraint exam_suspected_probability check (suspected between 0 and 1)
);
create index exam_by_owner on exam (owner, received_at desc, id);
create index exam_queue on exam (state_since) where state in ('QUEUED', 'READING');

create table series (
    id uuid constraint series_pk primary key,
    exam_id uuid not null constraint series_of_exam references exam,
    owner uuid not null,
    series_uid text not null,
    modality text not null,
    constraint series_once_per_exam unique (exam_id, series_uid)
);

create table instance (
    id uuid constraint instance_pk primary key,
    series_id uuid not null constraint instance_of_series references series,
    owner uuid not null,
    sop_uid text not null,
    instance_number int,
    frames int not null,
    blob uuid not null,
    bytes bigint not null,
    sha256 text not null,
    received_at timestamptz not null,
    constraint instance_once_per_owner unique (owner, sop_uid)
);
create index instance_by_series on instance (series_id, instance_number);
