"""What more than one screen uses. A widget shows what it is given and tells what was done with it."""
