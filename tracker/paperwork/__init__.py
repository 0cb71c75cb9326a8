"""What a clinic or a patient does with a policy: prove its criteria, or answer its no."""
