"""Turn an edition into files: one folder for each kind of rendition. No press knows another."""
