package gradus.kernel.install;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The folder that makes Gradus a kernel of Jupyter. It holds all that runs, so that the clone may go away.
 *
 * @param path {@code …/share/jupyter/kernels/gradus}
 */
record KernelFolder(Path path) {

    /** The name by which {@code jupyter --kernel} knows it. */
    static final String NAME = "gradus";

    /** The kernel of a Jupyter data folder. */
    static KernelFolder inData(Path jupyterData) {
        return new KernelFolder(
                jupyterData.toAbsolutePath().normalize().resolve("kernels").resolve(NAME));
    }

    /** The kernel of an installation prefix, such as {@code /usr/local} or a virtual environment. */
    static KernelFolder inPrefix(Path prefix) {
        return inData(prefix.resolve("share").resolve("jupyter"));
    }

    /** The Jupyter data folder that it is part of: what {@code JUPYTER_PATH} has to name where Jupyter does not look. */
    Path jupyterData() {
        return path.resolve("../..").normalize();
    }

    boolean exists() {
        return Files.exists(kernelJson());
    }

    Path kernelJson() {
        return path.resolve("kernel.json");
    }

    Path jar() {
        return path.resolve("gradus-kernel.jar");
    }

    Path flags() {
        return path.resolve(JvmFlags.FILE);
    }

    /** How Jupyter starts the kernel; {@code {connection_file}} is filled in by Jupyter. */
    List<String> argv(Jdk jdk, Platform platform, List<String> archiveFlags) {
        List<String> argv = new ArrayList<>();
        argv.add(jdk.java(platform).toString());
        argv.addAll(JvmFlags.onCommandLine(jdk));
        argv.add("-XX:Flags=" + flags());
        argv.addAll(archiveFlags);
        argv.addAll(List.of("-jar", jar().toString(), "kernel", "{connection_file}"));
        return argv;
    }
}
