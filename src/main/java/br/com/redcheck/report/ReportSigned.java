package br.com.redcheck.report;

import br.com.redcheck.account.OwnerId;
import br.com.redcheck.exam.ExamId;

/** A doctor has signed a report. It is published within the transaction that keeps it. */
public record ReportSigned(OwnerId owner, ReportId report, ExamId exam) {}
