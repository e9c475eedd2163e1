-- The roles of the database, for a superuser connected to it. May be run again. Passwords are given apart:
--   alter role covid_dicom_owner password '...'; alter role covid_dicom password '...';
--
--   covid_dicom_owner          owns the database and its tables; migrations run as it
--   covid_dicom                the application; owns nothing, does what it was granted, and row-level security holds it
--   covid_dicom_administrator  what the application is while it serves an administrator: no image, no reading
--   covid_dicom_counter        owns the functions and the view that look across owners; nobody signs in as it
do $$
declare wanted text;
begin
    foreach wanted in array array['covid_dicom_owner', 'covid_dicom', 'covid_dicom_administrator', 'covid_dicom_counter'] loop
        if not exists (select from pg_roles where rolname = wanted) then
            execute format('create role %I', wanted);
        end if;
        execute format('alter role %I nosuperuser nocreatedb nocreaterole noreplication nobypassrls', wanted);
    end loop;
end $$;
alter role covid_dicom_owner login;
alter role covid_dicom login;
grant covid_dicom_administrator to covid_dicom with inherit false, set true;
grant covid_dicom_counter to covid_dicom_owner with inherit false, set true;

-- Before there was an owner, the application owned its tables.
reassign owned by covid_dicom to covid_dicom_owner;

do $$
begin
    execute format('alter database %I owner to covid_dicom_owner', current_database());
    execute format('revoke all on database %I from public', current_database());
    execute format('grant connect on database %I to covid_dicom', current_database());
end $$;
