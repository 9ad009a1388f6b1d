"""What is linked with what, why and how surely: a module for each kind of evidence."""
