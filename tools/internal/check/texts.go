package check

import (
	"fmt"

	"comwijzer/tools/internal/yaml"
)

// eachText visits the texts in a YAML value with their JSON pointers.
func eachText(value any, pointer string, visit func(pointer, text string)) {
	switch v := value.(type) {
	case string:
		visit(pointer, v)
	case map[string]any:
		for key, child := range v {
			eachText(child, pointer+yaml.Pointer(key), visit)
		}
	case []any:
		for i, child := range v {
			eachText(child, fmt.Sprintf("%s/%d", pointer, i), visit)
		}
	}
}
