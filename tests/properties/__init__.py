"""What holds of any document of the model, whatever stands in it."""
