"""What clauses say on who takes, holds, loses or contests which place."""
