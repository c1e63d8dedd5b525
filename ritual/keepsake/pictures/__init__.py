"""The pictures of a year: drawn as SVG, each beside its sentence, and to be understood without their colours."""
