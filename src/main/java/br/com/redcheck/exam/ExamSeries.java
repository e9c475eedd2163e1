package br.com.redcheck.exam;

import java.util.List;
import java.util.UUID;

/** One series of an exam with its images in the order of their instance numbers. */
public record ExamSeries(UUID id, String modality, List<ExamImage> images) {}
