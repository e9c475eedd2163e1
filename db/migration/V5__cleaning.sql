-- What was done to each image so that nobody can be recognised in it, what the doctor made of it, and who changed what.

alter table exam drop constraint exam_state_known;
alter table exam add constraint exam_state_known
    check (state in ('ARRIVING', 'REVIEW', 'QUARANTINED', 'QUEUED', 'READING', 'READ', 'REFUSED', 'FAILED'));

alter table series drop constraint series_of_exam;
alter table series add constraint series_of_exam foreign key (exam_id) references exam on delete cascade;

-- The sealed pixels without masks, kept only until the doctor has judged the masks.
alter table instance add column uncovered uuid;

-- How identity was taken out of one image: "actions" counts elements by what befell them (PS3.15 table E.1-1).
create table cleaning (
    instance_id uuid constraint cleaning_pk primary key constraint cleaning_of_instance references instance on delete cascade,
    owner uuid not null,
    cleaned_at timestamptz not null,
    software text not null,
    options text not null,
    original_sha256 text not null,
    actions jsonb not null,
    leak_kind text,
    leak_place text,
    constraint cleaning_leak_has_place check ((leak_kind is null) = (leak_place is null))
);

-- A rectangle that covers a part of one frame; one that the doctor took away stays on record.
create table mask (
    id uuid constraint mask_pk primary key,
    instance_id uuid not null constraint mask_of_instance references instance on delete cascade,
    owner uuid not null,
    frame int not null,
    x int not null,
    y int not null,
    width int not null,
    height int not null,
    origin text not null,
    made_at timestamptz not null,
    removed_at timestamptz,
    constraint mask_origin_known check (origin in ('FOUND', 'DRAWN')),
    constraint mask_has_area check (frame >= 0 and x >= 0 and y >= 0 and width > 0 and height > 0)
);
create index mask_by_instance on mask (instance_id);

-- Who did what to which thing, and when. Rows are only ever added.
create table audit_entry (
    id bigint generated always as identity constraint audit_entry_pk primary key,
    at timestamptz not null,
    owner uuid not null,
    action text not null,
    subject uuid not null
);

create function audit_entry_stays() returns trigger language plpgsql as
$$ begin raise exception 'audit entries are never changed'; end $$;

create trigger audit_entry_append_only before update or delete or truncate on audit_entry
    for each statement execute function audit_entry_stays();
