"""Items of the API from the database: conditions as SQL, pages by keyset, rows as features."""
