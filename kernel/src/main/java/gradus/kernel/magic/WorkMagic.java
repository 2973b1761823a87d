package gradus.kernel.magic;

/** A magic for libraries, files or time. */
abstract class WorkMagic extends Magic {

    @Override
    final Group group() {
        return Group.WORK;
    }
}
