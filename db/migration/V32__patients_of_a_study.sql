-- Images of two patients may come under one study UID, by a mistake at the scanner or in the archive: each has an exam of their own.
alter table exam drop constraint exam_once_per_owner;
create unique index exam_once_per_patient_and_study on exam (owner, study_uid, coalesce(patient_pseudonym, ''));
