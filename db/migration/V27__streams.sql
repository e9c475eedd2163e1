-- Pages that are open are told what changes. For all of them together there is one question, asked twice a second; it tells who asks
-- nothing but how far things are.
create index sent_file_by_owner_change on sent_file (owner, touched_at);
create index sending_by_owner_change on sending (owner, touched_at);
create index exam_by_owner_change on exam (owner, state_since);

grant create on schema public to covid_dicom_counter;
grant select (owner, touched_at) on sent_file to covid_dicom_counter;
grant select (owner, state, state_since, done_steps, all_steps) on exam to covid_dicom_counter;
create policy sent_file_watched on sent_file for select to covid_dicom_counter using (true);

-- How far exams are; those that are not, or not this owner's, are left out.
create function watched_exams(owners uuid[], exams uuid[])
    returns table (owner uuid, id uuid, state text, done int, all_of_it int, ahead bigint)
    language sql stable security definer set search_path = public, pg_temp
begin atomic
    select exam.owner, exam.id, exam.state, exam.done_steps, exam.all_steps,
           case exam.state when 'QUEUED' then exams_waiting_before(exam.state_since) else 0 end
    from unnest(owners, exams) as watched (owner, exam)
    join exam on exam.id = watched.exam and exam.owner = watched.owner;
end;

-- When something about an owner's sendings last changed, as a text to compare: another one at each question while an intake is under
-- way, and while the last change is so recent that others of the same moment may still be seen.
create function sendings_pulse(owners uuid[], recent timestamptz) returns table (owner uuid, pulse text)
    language sql stable security definer set search_path = public, pg_temp
begin atomic
    select watched.owner,
           concat_ws(' ', last.change,
               (select sum(exam.done_steps) from exam where exam.owner = watched.owner and exam.state = 'READING'),
               case when last.change > recent
                         or exists (select from step where step.kind = 'intake' and step.owner = watched.owner and step.parked_at is null)
                    then clock_timestamp() end)
    from unnest(owners) as watched (owner)
    cross join lateral (select greatest(
        (select max(sent_file.touched_at) from sent_file where sent_file.owner = watched.owner),
        (select max(sending.touched_at) from sending where sending.owner = watched.owner),
        (select max(exam.state_since) from exam where exam.owner = watched.owner)) as change) last;
end;

revoke execute on function watched_exams, sendings_pulse from public;
grant execute on function watched_exams, sendings_pulse to covid_dicom;
alter function watched_exams owner to covid_dicom_counter;
alter function sendings_pulse owner to covid_dicom_counter;
revoke create on schema public from covid_dicom_counter;
