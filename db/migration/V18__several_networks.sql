-- How unlike what its network was trained with an image looked to it, 1 at the limit; null where the network has no measure of it.
alter table reading add column unlikeness double precision;
alter table reading_slice add column unlikeness double precision;

-- A network that a doctor wants to read an exam, beside those that read every exam.
create table wanted_network (
    exam_id uuid not null constraint wanted_network_of_exam references exam on delete cascade,
    owner uuid not null,
    model text not null,
    version text not null,
    asked_at timestamptz not null,
    constraint wanted_network_pk primary key (exam_id, model, version)
);
alter table wanted_network enable row level security;
alter table wanted_network force row level security;
create policy wanted_network_of_owner on wanted_network to covid_dicom using (owner = app_owner());
