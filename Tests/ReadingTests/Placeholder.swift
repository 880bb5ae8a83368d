// Removed with the first file of this folder.
