-- What a network has said of single images of a series that it has not read to the end: if the process dies, another goes on from here.
create table reading_note (
    exam_id uuid not null constraint note_of_exam references exam on delete cascade,
    owner uuid not null,
    subject uuid not null,
    model text not null,
    version text not null,
    input_sha256 text not null,
    place int not null,
    probabilities double precision[] not null,
    cam bytea,
    unlikeness double precision,
    constraint reading_note_pk primary key (subject, model, version, input_sha256, place)
);
create index reading_note_by_exam on reading_note (exam_id);
alter table reading_note enable row level security;
alter table reading_note force row level security;
create policy reading_note_of_owner on reading_note to covid_dicom using (owner = (select app_owner()));
