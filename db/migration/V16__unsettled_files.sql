-- Whether a sending is finished is asked at the end of each of its files.
create index sent_file_unsettled on sent_file (sending) where state in ('WAITING', 'RECEIVING', 'SENT', 'CLEANING');
