-- What the viewer asks about images without opening them, and what doctors draw over images.

-- Millimetres along the normal of the slices, which points to the head in axial ones; null where the image does not say where it lies.
alter table instance add column slice_position double precision;

-- Whether the viewer shows it as it lies in the vault; if not, it is uncompressed on the way out.
alter table instance add column viewable boolean not null default true;

-- The patient as de-identification calls them, so that a doctor finds an earlier exam of the same.
alter table exam add column patient_pseudonym text;
create index exam_by_patient on exam (owner, patient_pseudonym, received_at desc);

-- A length, an angle or a region over one image. What it is and where it lies is sealed under the owner's key. The doctor's browser
-- makes the id; an id means nothing outside its exam.
create table annotation (
    exam_id uuid not null constraint annotation_of_exam references exam on delete cascade,
    id uuid not null,
    owner uuid not null,
    image uuid not null constraint annotation_of_image references instance on delete cascade,
    sealed bytea not null,
    made_at timestamptz not null,
    constraint annotation_pk primary key (exam_id, id)
);
create index annotation_by_image on annotation (image);
alter table annotation enable row level security;
alter table annotation force row level security;
create policy annotation_of_owner on annotation to covid_dicom using (owner = app_owner());
