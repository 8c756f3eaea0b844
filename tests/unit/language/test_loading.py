import subprocess
import sys


def test_the_parser_is_loaded_only_when_text_is_read() -> None:
    command = "import narrator.comparison, sys; print(*sorted({'spacy', 'thinc'} & sys.modules.keys()))"
    result = subprocess.run([sys.executable, "-c", command], capture_output=True, text=True, check=True)
    assert result.stdout.split() == []
