"""The protocol tests that Jupyter itself offers to kernels, with a sample for every one of them."""

import jupyter_kernel_test
from gradus_kernel import START_SECONDS, install, jdks, kernel_manager


class Contract(jupyter_kernel_test.KernelTests):
    __test__ = False
    jdk = None

    language_name = "java"
    file_extension = ".jshell"
    code_hello_world = 'System.out.println("hello, world");'
    code_stderr = 'System.err.println("oops");'
    completion_samples = [{"text": '"abc".isEmp', "matches": {"isEmpty()"}}, {"text": "%lsm", "matches": {"%lsmagic"}}]
    complete_code_samples = ["1 + 1", "int i = 1;", "class A { int f() { return 1; } }", "%lsmagic"]
    incomplete_code_samples = ["class A {", "for (int i = 0; i < 3; i++) {", "int f("]
    invalid_code_samples = ["int 1 = 2;", "}"]
    code_generate_error = 'throw new IllegalStateException("on purpose");'
    code_execute_result = [
        {"code": "6 * 7", "result": "42"},
        {"code": '"text".length()', "result": "4"},
        {"code": "new Var(2).mul(3).value()", "result": "6.0"},
    ]
    code_display_data = [{"code": 'display("shown");', "mime": "text/plain"}]
    code_history_pattern = "6 *"
    supported_history_operations = ("tail", "range", "search")
    code_page_something = "Var.pow?"
    code_clear_output = "clearOutput();"
    code_inspect_sample = '"abc".substring'

    @classmethod
    def setUpClass(cls):
        cls.km = kernel_manager(install(cls.jdk))
        cls.km.start_kernel()
        cls.kc = cls.km.client()
        cls.kc.start_channels()
        cls.kc.wait_for_ready(timeout=START_SECONDS)


for _jdk in jdks():
    _name = f"Test_{_jdk}"
    globals()[_name] = type(_name, (Contract,), {"__test__": True, "jdk": _jdk, "__module__": __name__})
