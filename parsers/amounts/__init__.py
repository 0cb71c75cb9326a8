"""What a policy grants in numbers: lengths of an approval, quantities, by use and by stage of treatment."""
