-- How many files the sendings that brought an exam announced, and how many of them have come, when it was last looked: fewer came where it is
-- not whole. 0 of 0 until then.
alter table exam
    add column files_announced int not null default 0,
    add column files_came int not null default 0;
