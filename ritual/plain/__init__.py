"""The linear mode: prompts in, lines out. It says what the screens say, and nothing is ever drawn anew."""
