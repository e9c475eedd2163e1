-- What an owner finds exams again by: one index that answers every filter of the list, labels, and filters that were kept.

-- It stands in the order of the list and holds all that the list is filtered by: a filter that fits few exams, or none, is
-- answered from it alone.
create index exam_worklist on exam (owner, received_at desc, id) include (state, modality, positive, suspected);
drop index exam_by_owner;

-- What waits for its doctor is little, and asked for with every first page.
create index exam_attention on exam (owner, received_at desc, id) include (state, modality, positive, suspected)
    where state in ('REVIEW', 'QUARANTINED', 'FAILED', 'REFUSED');

create table label (
    id uuid constraint label_pk primary key,
    owner uuid not null,
    name text not null,
    colour text not null,
    constraint label_name_fits check (length(name) between 1 and 40)
);
create unique index label_once_per_owner on label (owner, lower(name));

-- An exam is received once, so the moment may stand here too: one label's exams lie in the order of the list.
create table exam_label (
    label_id uuid not null constraint exam_label_of_label references label on delete cascade,
    exam_id uuid not null constraint exam_label_of_exam references exam on delete cascade,
    owner uuid not null,
    received_at timestamptz not null,
    constraint exam_label_pk primary key (label_id, exam_id)
);
create index exam_label_by_exam on exam_label (exam_id);
create index exam_label_worklist on exam_label (owner, label_id, received_at desc, exam_id);

-- A doctor's own, before one shelf: what it says may name that shelf's labels.
create table saved_filter (
    id uuid constraint saved_filter_pk primary key,
    owner uuid not null,
    account uuid not null constraint saved_filter_of_account references account on delete cascade,
    name text not null,
    query text not null,
    constraint saved_filter_once_per_name unique (owner, account, name),
    constraint saved_filter_name_fits check (length(name) between 1 and 40)
);
create index saved_filter_by_account on saved_filter (account);

do $$
declare owned text;
begin
    foreach owned in array array['label', 'exam_label', 'saved_filter'] loop
        execute format('alter table %I enable row level security', owned);
        execute format('alter table %I force row level security', owned);
        execute format('create policy %I on %I to covid_dicom using (owner = app_owner())', owned || '_of_owner', owned);
    end loop;
end $$;
