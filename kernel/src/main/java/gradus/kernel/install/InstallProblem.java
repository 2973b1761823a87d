package gradus.kernel.install;

/** Something the user has to put right. Its message is one sentence: what is missing, and how to get it. */
final class InstallProblem extends RuntimeException {
    private static final long serialVersionUID = 1;

    InstallProblem(String message) {
        super(message);
    }

    InstallProblem(String message, Throwable cause) {
        super(message, cause);
    }
}
