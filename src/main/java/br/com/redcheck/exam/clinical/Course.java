package br.com.redcheck.exam.clinical;

/** How ill the patient became: the worst of it. */
enum Course {
    UNKNOWN,
    AT_HOME,
    WARD,
    INTENSIVE_CARE,
    DIED
}
