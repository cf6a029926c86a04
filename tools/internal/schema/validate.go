package schema

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/santhosh-tekuri/jsonschema/v6/kind"
	"golang.org/x/text/language"
	"golang.org/x/text/message"

	"comwijzer/tools/internal/text"
)

// Fault is one way in which a value does not fit its schema.
type Fault struct {
	Pointer string // JSON pointer of the value, or of the key when Key is set
	Key     bool   // the key itself is at fault, not what it holds
	Message string // lower case, quotes the offending value
	Hint    string
	Now     string // what the key is called now, when it was called so before
}

// Validate returns the faults of value, at most one for each place.
func (s *Schema) Validate(value any) []Fault {
	if value == nil {
		value = map[string]any{}
	}
	var invalid *jsonschema.ValidationError
	if !errors.As(s.compiled().Validate(value), &invalid) {
		return nil
	}
	var faults []Fault
	for _, leaf := range leaves(invalid) {
		faults = append(faults, s.describe(leaf, value)...)
	}
	slices.SortStableFunc(faults, func(a, b Fault) int { return cmp.Compare(a.Pointer, b.Pointer) })
	return slices.CompactFunc(faults, func(a, b Fault) bool { return a.Pointer == b.Pointer && !a.Key && !b.Key })
}

// leaves returns the innermost errors. Of a choice (oneOf, anyOf) it
// returns the choice itself when its branches only differ in what they
// require, and else the branch that came furthest into the value.
func leaves(e *jsonschema.ValidationError) (out []*jsonschema.ValidationError) {
	if len(e.Causes) == 0 {
		return []*jsonschema.ValidationError{e}
	}
	switch e.ErrorKind.(type) {
	case *kind.PropertyNames: // what is below speaks of the key as of the value that has it
		return []*jsonschema.ValidationError{e}
	case *kind.OneOf, *kind.AnyOf:
		deepest := slices.MaxFunc(e.Causes, func(a, b *jsonschema.ValidationError) int {
			return cmp.Compare(depth(a), depth(b))
		})
		if depth(deepest) <= len(e.InstanceLocation) {
			return []*jsonschema.ValidationError{e}
		}
		return leaves(deepest)
	}
	for _, c := range e.Causes {
		out = append(out, leaves(c)...)
	}
	return out
}

func depth(e *jsonschema.ValidationError) int {
	d := len(e.InstanceLocation)
	for _, c := range e.Causes {
		d = max(d, depth(c))
	}
	return d
}

var english = message.NewPrinter(language.English)

func (s *Schema) describe(e *jsonschema.ValidationError, root any) []Fault {
	if k, ok := e.ErrorKind.(*kind.PropertyNames); ok {
		e.InstanceLocation = holder(root, e.InstanceLocation, k.Property)
	}
	pointer := ""
	for _, part := range e.InstanceLocation {
		pointer += "/" + part
	}
	name := "document"
	if n := len(e.InstanceLocation); n > 0 {
		name = e.InstanceLocation[n-1]
	}
	value := at(root, e.InstanceLocation)
	one := func(hint, format string, args ...any) []Fault {
		return []Fault{{Pointer: pointer, Message: fmt.Sprintf(format, args...), Hint: hint}}
	}
	switch k := e.ErrorKind.(type) {
	case *kind.Required:
		return one("add "+strings.Join(k.Missing, ", "), "missing key %s", quoted(k.Missing))
	case *kind.AdditionalProperties:
		return s.unknownKeys(k.Properties, root, pointer)
	case *kind.Enum:
		want := texts(k.Want)
		return one(text.DidYouMean(fmt.Sprint(value), want, "use one of "+strings.Join(want, ", ")), "%s %q is not one of the allowed values", name, fmt.Sprint(value))
	case *kind.Const:
		return one(fmt.Sprintf("use %v", k.Want), "%s %q is not %v", name, fmt.Sprint(value), k.Want)
	case *kind.Type:
		return one("write "+strings.Join(k.Want, " or "), "%s is %s, not %s%s", name, k.Got, strings.Join(k.Want, " or "), show(value))
	case *kind.Pattern:
		return one(s.description(root, pointer), "%s %q has the wrong form", name, fmt.Sprint(value))
	case *kind.InvalidJsonValue:
		return one("write it in digits", "%s is %v, which is no number", name, value)
	case *kind.PropertyNames:
		if known := wanted(e); known != nil {
			return []Fault{unknownKey(pointer, k.Property, known)}
		}
		return one("use two-letter language codes", "%s has a key %q that is no language code", name, k.Property)
	case *kind.MinItems:
		return one(cmp.Or(s.description(root, pointer), "add another"), "%s: %d of at least %d", name, k.Got, k.Want)
	case *kind.MinLength:
		return one("write it or leave the key out", "%s is empty", name)
	case *kind.MaxLength:
		return one("shorten it", "%s has %d characters, may have %d", name, k.Got, k.Want)
	case *kind.OneOf, *kind.AnyOf:
		return one("see the schema "+s.Name+".json", "%s fits none, or more than one, of the allowed forms%s", name, show(value))
	}
	return one(s.description(root, pointer), "%s: %s", name, e.ErrorKind.LocalizedString(english))
}

func (s *Schema) unknownKeys(keys []string, root any, pointer string) (faults []Fault) {
	known, formerly := s.properties(root, pointer), s.formerly(root, pointer)
	for _, key := range keys {
		if now, renamed := formerly[key].(string); renamed {
			faults = append(faults, formerKey(pointer, key, now))
			continue
		}
		faults = append(faults, unknownKey(pointer, key, known))
	}
	return faults
}

// formerKey is the fault of a key from before: now says what it is called,
// "" for nothing any more.
func formerKey(pointer, key, now string) Fault {
	f := Fault{Pointer: pointer + "/" + key, Key: true, Message: fmt.Sprintf("key %q is called %q now", key, now),
		Hint: "wijzer check --fix puts it right", Now: now}
	if now == "" {
		f.Message, f.Hint = fmt.Sprintf("key %q means nothing any more", key), "take it out"
	}
	return f
}

func unknownKey(pointer, key string, known []string) Fault {
	return Fault{
		Pointer: pointer + "/" + key, Key: true,
		Message: fmt.Sprintf("unknown key %q", key),
		Hint:    text.DidYouMean(key, known, "known keys: "+strings.Join(known, ", ")),
	}
}

// holder returns the place of the object that has a key: the library hands
// out a place for a wrong key that it goes on to write in.
func holder(root any, place []string, key string) []string {
	if object, ok := at(root, place).(map[string]any); ok && object[key] != nil {
		return place
	}
	return holding(root, nil, len(place), key)
}

// holding returns the first place, so many steps deep, of an object with a key.
func holding(v any, place []string, steps int, key string) []string {
	object, ok := v.(map[string]any)
	if !ok || steps == 0 && object[key] == nil {
		return nil
	}
	if steps == 0 {
		return place
	}
	for _, name := range slices.Sorted(maps.Keys(object)) {
		if found := holding(object[name], append(slices.Clone(place), name), steps-1, key); found != nil {
			return found
		}
	}
	return nil
}

// wanted returns the list of which a name must be, nil for another demand.
func wanted(e *jsonschema.ValidationError) []string {
	if k, ok := e.ErrorKind.(*kind.Enum); ok {
		return texts(k.Want)
	}
	for _, c := range e.Causes {
		if known := wanted(c); known != nil {
			return known
		}
	}
	return nil
}

// description returns the nearest description of the value at pointer,
// which for a pattern says what form is wanted.
func (s *Schema) description(root any, pointer string) string {
	text := ""
	walk(s.raw, root, "", func(node map[string]any, _ any, at string) {
		if d, ok := node["description"].(string); ok && at == pointer {
			text = strings.TrimSuffix(strings.ToLower(d[:1])+d[1:], ".")
		}
	})
	return text
}

func at(v any, path []string) any {
	for _, part := range path {
		switch c := v.(type) {
		case map[string]any:
			v = c[part]
		case []any:
			var i int
			if _, err := fmt.Sscan(part, &i); err != nil || i >= len(c) {
				return nil
			}
			v = c[i]
		}
	}
	return v
}

func show(v any) string {
	switch v.(type) {
	case map[string]any, []any, nil:
		return ""
	}
	return fmt.Sprintf(": %q", fmt.Sprint(v))
}

func texts(values []any) []string {
	out := make([]string, len(values))
	for i, v := range values {
		out[i] = fmt.Sprint(v)
	}
	return out
}

func quoted(keys []string) string {
	out := make([]string, len(keys))
	for i, k := range keys {
		out[i] = fmt.Sprintf("%q", k)
	}
	return strings.Join(out, ", ")
}
