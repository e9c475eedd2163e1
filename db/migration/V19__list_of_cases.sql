-- What an owner's exams are found by beside what V15 knew: their cases, and whether they still wait for their doctor.

-- What a finished form says in the open stands with its exam too: one index in the order of the list answers what is asked of both.
alter table exam
    add column case_state text,
    add column municipality int,
    add column uf text,
    -- When the doctor said that a failed or refused exam need not wait for them. Whatever becomes of it afterwards is news again.
    add column put_away_at timestamptz;
alter table exam add column waiting boolean not null generated always as (
    state in ('REVIEW', 'QUARANTINED')
    or state in ('FAILED', 'REFUSED') and (put_away_at is null or put_away_at < state_since)) stored;

create function exam_form_stands_with_exam() returns trigger language plpgsql as $$
begin
    update exam set case_state = new.case_state, municipality = new.municipality, uf = new.uf
    where id = new.exam_id and (case_state, municipality, uf) is distinct from (new.case_state, new.municipality, new.uf);
    return null;
end $$;
create trigger exam_form_stands_with_exam after insert or update of case_state, municipality, uf on exam_form
    for each row execute function exam_form_stands_with_exam();

alter table exam no force row level security;
alter table exam_form no force row level security;
update exam set case_state = form.case_state, municipality = form.municipality, uf = form.uf
from exam_form form where form.exam_id = exam.id and form.case_state is not null;
alter table exam force row level security;
alter table exam_form force row level security;

drop index exam_worklist, exam_attention;
create index exam_worklist on exam (owner, received_at desc, id)
    include (state, modality, positive, suspected, waiting, case_state, municipality, uf);
create index exam_attention on exam (owner, received_at desc, id)
    include (state, modality, positive, suspected, waiting, case_state, municipality, uf)
    where state in ('REVIEW', 'QUARANTINED', 'FAILED', 'REFUSED');

-- Where few live, few exams are far apart in the list.
create index exam_by_uf on exam (owner, uf, received_at desc, id)
    include (state, modality, positive, suspected, waiting, case_state) where uf is not null;
create index exam_by_municipality on exam (owner, municipality, received_at desc, id)
    include (state, modality, positive, suspected, waiting, case_state) where municipality is not null;

-- An exam's images are counted for each line of the list: in these alone, behind row level security too.
drop index instance_by_series;
create index instance_by_series on instance (series_id, instance_number) include (owner);
create index series_by_exam on series (exam_id, id) include (owner);

-- Whose rows a transaction is about does not change while a question is answered: asked for once, and not for each row.
do $$
declare policy record;
begin
    for policy in select policyname, tablename from pg_policies
                  where schemaname = 'public' and qual = '(owner = app_owner())' loop
        execute format('alter policy %I on %I using (owner = (select app_owner()))', policy.policyname, policy.tablename);
    end loop;
end $$;
