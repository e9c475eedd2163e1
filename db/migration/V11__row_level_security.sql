-- The second lock on what is owned: whatever a question forgets to say, rows of other owners do not exist for the application.
-- The roles are made by db/roles.sql.

-- Whose rows this transaction is about, as the application has said at its beginning; nobody's if it has not.
create function app_owner() returns uuid language sql stable
return nullif(current_setting('app.owner', true), '')::uuid;

grant select, insert, update, delete on all tables in schema public to covid_dicom;
revoke all on flyway_schema_history from covid_dicom;
alter default privileges in schema public grant select, insert, update, delete on tables to covid_dicom;

-- A slice is its reading's owner's.
alter table reading_slice add column owner uuid;
update reading_slice slice set owner = reading.owner from reading where reading.id = slice.reading_id;
alter table reading_slice alter column owner set not null, alter column owner set default app_owner();

do $$
declare owned text;
begin
    for owned in select table_name from information_schema.columns
                 where table_schema = 'public' and column_name = 'owner' loop
        execute format('alter table %I enable row level security', owned);
        execute format('alter table %I force row level security', owned);
        execute format('create policy %I on %I to covid_dicom using (owner = app_owner())', owned || '_of_owner', owned);
    end loop;
end $$;

-- The queue is one for all: how many stand before an exam says nothing about whose they are.
grant create on schema public to covid_dicom_counter;
grant select (state, state_since) on exam to covid_dicom_counter;
create policy exam_counted on exam for select to covid_dicom_counter using (true);
create function exams_waiting_before(moment timestamptz) returns bigint
    language sql stable security definer set search_path = public
return (select count(*) from exam where state in ('QUEUED', 'READING') and state_since < moment);
alter function exams_waiting_before owner to covid_dicom_counter;
revoke execute on function exams_waiting_before from public;
grant execute on function exams_waiting_before to covid_dicom;
revoke create on schema public from covid_dicom_counter;
