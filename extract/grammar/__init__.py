"""What grammars of dates, tolls and actors share: the matcher, its files, and numbers."""
