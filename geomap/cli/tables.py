"""Tables on the terminal, and in a file that the output goes to."""

import sys

from rich.console import Console
from rich.table import Table

WIDTH_OF_A_FILE = 1000


def print_table(table: Table, width_of_a_file: int = WIDTH_OF_A_FILE) -> None:
    """Print a table as wide as the terminal, or as wide as asked for where there is none."""
    width = None if sys.stdout.isatty() else width_of_a_file
    # A name in square brackets is a name, not a style.
    Console(width=width, markup=False, highlight=False, emoji=False).print(table)
