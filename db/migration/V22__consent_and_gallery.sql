-- What patients have agreed to, what may be used because of it, and what was published.

-- Each text that patients are asked to agree to; its words are in the files consent/tcle-<version>. A text that "asks anew" ends the
-- consents to all texts before it; one that only says the same better leaves them in force.
create table consent_version (
    version date constraint consent_version_pk primary key,
    asks_anew boolean not null
);
insert into consent_version (version, asks_anew) values ('2026-11-25', true);

-- A signed paper, sealed under the owner's key.
create table consent_paper (
    id uuid constraint consent_paper_pk primary key,
    owner uuid not null,
    patient_id uuid not null constraint consent_paper_of_patient references patient on delete cascade,
    kind text not null,
    blob uuid not null,
    bytes bigint not null,
    received_at timestamptz not null
);
create index consent_paper_by_patient on consent_paper (patient_id);

-- Each time that somebody agreed or took it back. Rows are only ever added; they go with their patient.
create table consent_step (
    number bigint generated always as identity constraint consent_step_pk primary key,
    owner uuid not null,
    patient_id uuid not null constraint consent_step_of_patient references patient on delete cascade,
    purpose text not null,
    given boolean not null,
    version date not null constraint consent_step_of_version references consent_version,
    way text not null,
    paper uuid constraint consent_step_on_paper references consent_paper on delete cascade,
    at timestamptz not null,
    constraint consent_step_purpose_known check (purpose in ('CARE', 'RESEARCH', 'PUBLICATION')),
    constraint consent_step_way_known check (way in ('PAPER', 'LINK', 'REQUEST')),
    constraint consent_step_paper_is_there check ((way = 'PAPER') = (paper is not null)),
    constraint consent_step_paper_gives check (way <> 'PAPER' or given),
    constraint consent_step_request_takes check (way <> 'REQUEST' or not given)
);
create index consent_step_newest on consent_step (patient_id, purpose, number desc);
create index consent_step_by_paper on consent_step (paper);

-- An exam that its doctor has published, in copies that have nothing in common with those on the shelf: not a UID, not a date, not a
-- key. The publication's own id names the key that seals its copies. One that was taken back stays on record, without saying of whom.
create table publication (
    id uuid constraint publication_pk primary key,
    owner uuid not null,
    exam_id uuid constraint publication_of_exam references exam on delete set null,
    modality text not null,
    sex text,
    age_from int,
    truth text not null,
    licence text not null,
    preview uuid not null,
    published_at timestamptz not null,
    withdrawn_at timestamptz,
    downloads int not null default 0,
    constraint publication_truth_known check (truth in ('COVID_19', 'OTHER'))
);
create unique index publication_once_per_exam on publication (exam_id) where withdrawn_at is null;
create index publication_by_owner on publication (owner);
create index publication_newest on publication (published_at desc, id);

create table published_image (
    publication_id uuid not null constraint published_image_of_publication references publication on delete cascade,
    number int not null,
    owner uuid not null,
    blob uuid not null,
    frames int not null,
    bytes bigint not null,
    sha256 text not null,
    constraint published_image_pk primary key (publication_id, number)
);

do $$
declare owned text;
begin
    foreach owned in array array['consent_paper', 'consent_step', 'publication', 'published_image'] loop
        execute format('alter table %I enable row level security', owned);
        execute format('alter table %I force row level security', owned);
        execute format('create policy %I on %I to covid_dicom using (owner = app_owner())', owned || '_of_owner', owned);
    end loop;
end $$;
revoke update, delete on consent_step from covid_dicom;
revoke insert, update, delete on consent_version from covid_dicom;

-- Other uses than a patient's own care ask across owners, and can do so through these views alone: without an owner the tables show
-- nothing. What is not consented to is not in them.
grant create on schema public to covid_dicom_counter;
grant select on consent_version to covid_dicom_counter;
grant select (number, owner, patient_id, purpose, given, version) on consent_step to covid_dicom_counter;
grant select (id, owner, modality, patient_sex, patient_age, state, suspected, positive) on exam to covid_dicom_counter;
grant select (exam_id, owner, completed_at, patient_id, case_state, municipality, uf, onset_on) on exam_form to covid_dicom_counter;
grant select (exam_id, owner, truth) on outcome to covid_dicom_counter;
grant select (id, exam_id, owner, modality) on series to covid_dicom_counter;
grant select (id, series_id, owner, instance_number, slice_position, frames, blob, uncovered, sha256) on instance to covid_dicom_counter;
grant select (instance_id, owner, leak_kind) on cleaning to covid_dicom_counter;
grant select, update (downloads) on publication to covid_dicom_counter;
grant select on published_image to covid_dicom_counter;
create policy consent_step_weighed on consent_step for select to covid_dicom_counter using (true);
create policy exam_form_weighed on exam_form for select to covid_dicom_counter using (true);
create policy outcome_weighed on outcome for select to covid_dicom_counter using (true);
create policy series_weighed on series for select to covid_dicom_counter using (true);
create policy instance_weighed on instance for select to covid_dicom_counter using (true);
create policy cleaning_weighed on cleaning for select to covid_dicom_counter using (true);
create policy publication_weighed on publication to covid_dicom_counter using (true);
create policy published_image_weighed on published_image for select to covid_dicom_counter using (true);

-- What stands: the newest word on each purpose, if it was a yes, and to a text that nothing has ended.
create view consent_in_force as
    select owner, patient_id, purpose from (
        select distinct on (patient_id, purpose) owner, patient_id, purpose, given, version
        from consent_step order by patient_id, purpose, number desc) newest
    where given and version >= (select max(version) from consent_version where asks_anew);

-- Exams whose masks are judged and in whose images nothing was found, with what they may be used for.
create view consented_exam as
    select exam.id, exam.owner, consent.purpose, exam.modality, exam.patient_sex, exam.patient_age, form.case_state,
           form.municipality, form.uf, form.onset_on, outcome.truth, exam.suspected, exam.positive
    from exam
    join exam_form form on form.exam_id = exam.id and form.owner = exam.owner and form.completed_at is not null
    join consent_in_force consent on consent.patient_id = form.patient_id and consent.owner = exam.owner
    left join outcome on outcome.exam_id = exam.id and outcome.owner = exam.owner
    where exam.state in ('QUEUED', 'READING', 'READ', 'REFUSED', 'FAILED')
      and not exists (select from series join instance on instance.series_id = series.id
                      left join cleaning on cleaning.instance_id = instance.id
                      where series.exam_id = exam.id and (instance.uncovered is not null or cleaning.leak_kind is not null));

create view exam_for_research as select * from consented_exam where purpose = 'RESEARCH';
create view exam_for_publication as select * from consented_exam where purpose = 'PUBLICATION';

create view image_for_research as
    select exam.id exam_id, exam.owner, series.id series_id, series.modality, instance.id, instance.blob, instance.frames,
           instance.sha256, instance.instance_number, instance.slice_position
    from exam_for_research exam join series on series.exam_id = exam.id join instance on instance.series_id = series.id;
create view image_for_publication as
    select exam.id exam_id, exam.owner, series.id series_id, series.modality, instance.id, instance.blob, instance.frames,
           instance.sha256, instance.instance_number, instance.slice_position
    from exam_for_publication exam join series on series.exam_id = exam.id join instance on instance.series_id = series.id;

-- What the public sees. Whatever ends a consent takes it out of here in the same moment.
create view gallery_exam as
    select publication.id, publication.modality, publication.sex, publication.age_from, publication.truth, publication.licence,
           publication.preview, publication.published_at,
           (select count(*) from published_image image where image.publication_id = publication.id) images
    from publication join exam_for_publication exam on exam.id = publication.exam_id
    where publication.withdrawn_at is null;
create view gallery_image as
    select image.publication_id, image.number, image.blob, image.frames, image.bytes, image.sha256
    from published_image image join gallery_exam on gallery_exam.id = image.publication_id;

-- What administrators have to know of publications that were taken back: copies that were handed out cannot be called back.
create view withdrawn_publication as
    select id, licence, published_at, withdrawn_at, downloads from publication where withdrawn_at is not null;

create function count_download(wanted uuid) returns void
    language sql security definer set search_path = public, pg_temp
begin atomic
    update publication set downloads = downloads + 1 where id = wanted;
end;
revoke execute on function count_download from public;
grant execute on function count_download to covid_dicom, covid_dicom_administrator;

revoke all on consent_in_force, consented_exam, exam_for_research, exam_for_publication, image_for_research,
    image_for_publication, gallery_exam, gallery_image, withdrawn_publication from covid_dicom;
grant select on exam_for_research, exam_for_publication, image_for_research, image_for_publication, gallery_exam,
    gallery_image to covid_dicom;
grant select on gallery_exam, gallery_image, withdrawn_publication, consent_version to covid_dicom_administrator;

do $$
declare name text;
begin
    foreach name in array array['consent_in_force', 'consented_exam', 'exam_for_research', 'exam_for_publication',
                                'image_for_research', 'image_for_publication', 'gallery_exam', 'gallery_image',
                                'withdrawn_publication'] loop
        execute format('alter view %I owner to covid_dicom_counter', name);
    end loop;
end $$;
alter function count_download owner to covid_dicom_counter;
revoke create on schema public from covid_dicom_counter;
