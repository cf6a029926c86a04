package md

import (
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// attributes is a line {#id .class} after a block, which gives them to that
// block: an extension of Hugo's (markup/goldmark/internal/extensions/attributes).
type attributes struct{ ast.BaseBlock }

var kindAttributes = ast.NewNodeKind("Attributes")

func (a *attributes) Kind() ast.NodeKind { return kindAttributes }

func (a *attributes) Dump(src []byte, level int) { ast.DumpHelper(a, src, level, nil, nil) }

// belongs reports whether the line stands right after a block that it says
// something of.
func (a *attributes) belongs() bool {
	before := a.PreviousSibling()
	return before != nil && before.Kind() != ast.KindFencedCodeBlock && !a.HasBlankPreviousLines()
}

// attributeID returns the id that attributes give a node, "" for none.
func attributeID(n ast.Node) string {
	value, _ := n.AttributeString("id")
	id, _ := value.([]byte)
	return string(id)
}

type attributesParser struct{}

func (attributesParser) Trigger() []byte             { return []byte{'{'} }
func (attributesParser) CanInterruptParagraph() bool { return true }
func (attributesParser) CanAcceptIndentedLine() bool { return false }

func (attributesParser) Open(_ ast.Node, reader text.Reader, _ parser.Context) (ast.Node, parser.State) {
	given, ok := parser.ParseAttributes(reader)
	if !ok {
		return nil, parser.RequireParagraph
	}
	node := &attributes{}
	for _, a := range given {
		node.SetAttribute(a.Name, a.Value)
	}
	return node, parser.NoChildren
}

func (attributesParser) Continue(ast.Node, text.Reader, parser.Context) parser.State {
	return parser.Close
}

func (attributesParser) Close(ast.Node, text.Reader, parser.Context) {}
