-- Which store of sealed blobs belongs to this database: the store holds the same number. There is no row until a first one was found.
create table blob_store (
    id uuid constraint blob_store_pk primary key,
    bound_at timestamptz not null default now()
);
create unique index blob_store_one on blob_store ((true));
revoke update, delete on blob_store from covid_dicom;

-- Some blobs that a store must have to be this database's, whoever's they are.
grant create on schema public to covid_dicom_counter;
grant select (id) on vault_blob to covid_dicom_counter;
create policy vault_blob_sampled on vault_blob for select to covid_dicom_counter using (true);
create function some_blobs() returns setof uuid
    language sql stable security definer set search_path = public, pg_temp
begin atomic
    select id from vault_blob order by id limit 100;
end;
revoke execute on function some_blobs from public;
grant execute on function some_blobs to covid_dicom;
alter function some_blobs owner to covid_dicom_counter;
revoke create on schema public from covid_dicom_counter;
