package check

// Applied where allowances are; see allow.go.
var _ = register(StructureRules, Error, Rule{
	ID:     "allow-invalid",
	Title:  "an allowance without known rule, reason, end date or who decided, whose end date has passed, or that nothing needs",
	Why:    "An exception is for a time, and somebody must be able to judge it later. One that nothing needs would hide the next real finding in the same place.",
	Wrong:  "<!-- allow image-alt -->",
	Right:  "<!-- allow image-alt until 2027-05-01 by editor: purely decorative line -->",
	Mend:   "write rule, end date, role and reason; look again at what has ended; remove what is not needed. params.roles in config.toml lists the roles; a site without that list asks for none.",
	Safety: true,
})
