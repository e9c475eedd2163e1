-- What has to be told beside a reading's result: key of its text, and what fills the text's places.
create table reading_remark (
    reading_id uuid not null constraint remark_of_reading references reading on delete cascade,
    owner uuid not null default app_owner(),
    ordinal int not null,
    remark text not null,
    arguments text[] not null,
    constraint reading_remark_pk primary key (reading_id, ordinal)
);
alter table reading_remark enable row level security;
alter table reading_remark force row level security;
create policy reading_remark_of_owner on reading_remark to covid_dicom using (owner = (select app_owner()));
