-- One key per owner, wrapped by the master key, which is not in the database. A row that is gone takes with it all that its key sealed.
create table vault_key (
    owner uuid constraint vault_key_pk primary key,
    wrapped bytea not null,
    created_at timestamptz not null
);
