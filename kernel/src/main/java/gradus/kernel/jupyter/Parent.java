package gradus.kernel.jupyter;

import org.jspecify.annotations.Nullable;

/**
 * The process that has started the kernel. One that is killed asks for no shutdown, and its kernels would stay for ever: in
 * a room, one for each server that ran out of memory.
 */
final class Parent {

    private Parent() {}

    /**
     * Ends the kernel when its parent ends.
     *
     * @param told what Jupyter says in {@code JPY_PARENT_PID}: a process, on Windows a handle; a kernel that lives in
     *     another place than its client has another parent, and is left alone
     */
    @SuppressWarnings("FutureReturnValueIgnored") // it ends with the JVM
    static void watch(@Nullable String told) {
        ProcessHandle.current()
                .parent()
                .filter(each -> Long.toString(each.pid()).equals(told) && each.pid() != 1)
                .ifPresent(each -> each.onExit().thenRun(Exit::soon));
    }
}
