"""A newsroom is used for a day and then seized: what its machine gives away is what the threat model says, and no more."""
