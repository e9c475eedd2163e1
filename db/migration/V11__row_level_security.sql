-- The second lock on what is owned: whatever a question forgets to say, rows of other owners do not exist for the application.
-- The roles are made by db/roles.sql.

-- Whose rows this transaction is about, as the application has said at its beginning; nobody's if it has not.
create function app_owner() returns uuid language sql stable
return nullif(current_setting('app.owner', true), '')::uuid;

-- What the application may do at all. What is added to, and never changed, it cannot change.
grant select, insert, update, delete on all tables in schema public to covid_dicom;
alter default privileges in schema public grant select, insert, update, delete on tables to covid_dicom;
revoke all on flyway_schema_history from covid_dicom;
revoke update, delete on audit_entry, accreditation_step from covid_dicom;
revoke insert, update, delete on audit_day, audit_head from covid_dicom;

-- What it may do while it serves an administrator: accounts, accreditation, keys of cases, the audit log; no image, no reading.
grant select, insert, update, delete
    on account, acceptance, clinic, membership, account_link, known_device, known_address, try_bucket,
       spring_session, spring_session_attributes, scheduled_tasks, authenticator_app, passkey, recovery_code,
       accreditation, evidence, council_answer, accreditation_reminder, vault_key, vault_blob
    to covid_dicom_administrator;
grant select, insert on audit_entry, accreditation_step to covid_dicom_administrator;
grant select on audit_day, audit_head to covid_dicom_administrator;

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
        continue when owned = 'audit_entry';
        execute format('create policy %I on %I to covid_dicom using (owner = app_owner())', owned || '_of_owner', owned);
    end loop;
end $$;

-- Anything that happens is written down, whoever it is about; read it is by its owner and by administrators.
create policy audit_entry_of_owner on audit_entry for select to covid_dicom using (owner = app_owner());
create policy audit_entry_seen on audit_entry for select to covid_dicom_administrator using (true);
create policy audit_entry_written on audit_entry for insert to covid_dicom, covid_dicom_administrator with check (true);

-- Administrators judge all cases, and open what was sealed for a case or is their own; no doctor's key.
create policy accreditation_judged on accreditation to covid_dicom_administrator using (true);
create policy accreditation_step_judged on accreditation_step to covid_dicom_administrator using (true);
create policy evidence_judged on evidence to covid_dicom_administrator using (true);
create policy council_answer_judged on council_answer to covid_dicom_administrator using (true);
create policy accreditation_reminder_sent on accreditation_reminder to covid_dicom_administrator using (true);
create function administrators_key(key_owner uuid) returns boolean language sql stable
return key_owner = app_owner()
    and (key_owner = '00000000-0000-0000-0000-000000000000'
         or exists (select from accreditation where accreditation.id = key_owner)
         or exists (select from account where account.id = key_owner and account.kind = 'ADMINISTRATOR'));
create policy vault_key_of_case on vault_key to covid_dicom_administrator using (administrators_key(owner));
create policy vault_blob_of_case on vault_blob to covid_dicom_administrator using (administrators_key(owner));

-- Some questions are about all owners and tell nothing about any: how long the queue is, who has keys and under which master.
grant create on schema public to covid_dicom_counter;
grant select (state, state_since) on exam to covid_dicom_counter;
grant select (owner, master) on vault_key to covid_dicom_counter;
create policy exam_counted on exam for select to covid_dicom_counter using (true);
create policy vault_key_counted on vault_key for select to covid_dicom_counter using (true);
create function exams_waiting_before(moment timestamptz) returns bigint
    language sql stable security definer set search_path = public, pg_temp
return (select count(*) from exam where state in ('QUEUED', 'READING') and state_since < moment);
revoke execute on function exams_waiting_before, owners_with_keys, keys_by_master from public;
grant execute on function exams_waiting_before, owners_with_keys, keys_by_master to covid_dicom;
alter function exams_waiting_before owner to covid_dicom_counter;
alter function owners_with_keys owner to covid_dicom_counter;
alter function keys_by_master owner to covid_dicom_counter;
revoke create on schema public from covid_dicom_counter;
