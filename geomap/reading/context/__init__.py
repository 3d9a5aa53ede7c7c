"""What a clause leaves to the rest of the report: whom "they" means, where "the city" is."""
