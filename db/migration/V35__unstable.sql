-- Whether a reading's class hangs on how the picture is held; then no class is told.
alter table reading add column unstable boolean not null default false;
