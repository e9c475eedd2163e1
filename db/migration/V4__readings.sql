-- What a network said about a series (CT) or a film (X-ray), or why it may not say anything.
create table reading (
    id uuid constraint reading_pk primary key,
    owner uuid not null,
    exam_id uuid not null constraint reading_of_exam references exam,
    subject uuid not null,
    model text not null,
    version text not null,
    model_sha256 text not null,
    input_sha256 text not null,
    read_at timestamptz not null,
    suspected double precision,
    threshold double precision not null,
    refusal text,
    refusal_arguments text[] not null,
    constraint reading_once unique (subject, model, version, input_sha256),
    constraint reading_result_or_refusal check ((suspected is null) <> (refusal is null))
);
create index reading_by_exam on reading (owner, exam_id);

create table reading_slice (
    reading_id uuid not null constraint slice_of_reading references reading,
    ordinal int not null,
    image uuid not null,
    frame int not null,
    suspected double precision not null,
    cam bytea,
    constraint reading_slice_pk primary key (reading_id, ordinal)
);
