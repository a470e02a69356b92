import rings.attribute_partner

x = 1
