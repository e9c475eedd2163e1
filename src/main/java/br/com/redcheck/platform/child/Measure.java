package br.com.redcheck.platform.child;

/** What keeps a child from doing harm. */
enum Measure {
    /** It runs as a user of its own, or has no rights outside a user namespace of its own. */
    OWN_USER,
    /** It and what it starts can gain no privilege. */
    NO_PRIVILEGES,
    /** It has no network. */
    NO_NETWORK,
    /** It sees the system's programs and libraries and its own files, nothing else. */
    NO_OTHER_FILES,
    /** It can start only so many processes. */
    FEW_PROCESSES,
    /** Its address space is limited. */
    LITTLE_MEMORY,
    /** It can write to no file. */
    NO_DISK,
    /** The time that it may spend on a processor is limited. Time on the clock is limited everywhere. */
    LITTLE_PROCESSOR_TIME
}
