package br.com.redcheck.exam.worklist;

import br.com.redcheck.exam.ExamSummary;
import java.util.List;

/** A line of the list. */
record ListedExam(ExamSummary exam, List<Label> labels) {}
