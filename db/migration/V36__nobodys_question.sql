-- A question about owned rows in a transaction that names no owner used to see nothing, in silence. It is a mistake, and now says so.
-- Other roles than the application's own look across owners by policies of theirs.
create or replace function app_owner() returns uuid language plpgsql stable as $$
declare
    named text := nullif(current_setting('app.owner', true), '');
begin
    if named is null and current_user = 'covid_dicom' then
        raise exception 'a question about owned rows in a transaction that names no owner';
    end if;
    return named::uuid;
end $$;

-- Asked once a question, not once a row.
do $$
declare policy record;
begin
    for policy in select policyname, tablename from pg_policies
                  where schemaname = 'public' and qual = '(owner = app_owner())' loop
        execute format('alter policy %I on %I using (owner = (select app_owner()))', policy.policyname, policy.tablename);
    end loop;
end $$;
