package br.com.redcheck.report;

import br.com.redcheck.account.OwnerId;
import br.com.redcheck.exam.ExamId;

/** A doctor has said that a signed report no longer holds. It is published within the transaction that keeps it. */
public record ReportWithdrawn(OwnerId owner, ReportId report, ExamId exam) {}
