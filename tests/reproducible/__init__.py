"""The same input, style, faces and version give the same bytes: in any process, zone, language, folder and order."""
