package export

var _ = offer(dataset{
	name: "figures", doc: "every figure with what was counted, its source and how certain it is",
	kind: "figure", cells: figureCells,
})
