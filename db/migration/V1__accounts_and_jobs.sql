-- Who may sign in.
create table account (
    id uuid constraint account_pk primary key,
    email text not null constraint account_email_unique unique,
    name text not null,
    password_hash text not null,
    created_at timestamptz not null,
    constraint account_email_lower check (email = lower(email))
);

-- Work to be done later, as db-scheduler keeps it.
create table scheduled_tasks (
    task_name text not null,
    task_instance text not null,
    task_data bytea,
    execution_time timestamptz,
    picked boolean not null,
    picked_by text,
    last_success timestamptz,
    last_failure timestamptz,
    consecutive_failures int,
    last_heartbeat timestamptz,
    version bigint not null,
    priority smallint,
    constraint scheduled_tasks_pk primary key (task_name, task_instance)
);
create index scheduled_tasks_by_time on scheduled_tasks (execution_time);
create index scheduled_tasks_by_heartbeat on scheduled_tasks (last_heartbeat);
create index scheduled_tasks_by_priority on scheduled_tasks (priority desc, execution_time asc);
