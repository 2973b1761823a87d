package gradus.kernel.magic;

/** A magic about the session and its magics. */
abstract class SessionMagic extends Magic {

    @Override
    final Group group() {
        return Group.SESSION;
    }
}
