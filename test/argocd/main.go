// Runs health rules as Argo CD does: gopher-lua, `obj` as a global, and only
// the libraries that it gives to a rule (all of them where useOpenLibs is set).
// Reads [{script, object, openLibs}], writes [{status, message, error}].
package main

import (
	"context"
	"encoding/json"
	"os"
	"time"

	lua "github.com/yuin/gopher-lua"
)

type question struct {
	Script   string `json:"script"`
	Object   any    `json:"object"`
	OpenLibs bool   `json:"openLibs"`
}

type answer struct {
	Status  string `json:"status"`
	Message string `json:"message"`
	Error   string `json:"error,omitempty"`
}

func main() {
	var questions []question
	if err := json.NewDecoder(os.Stdin).Decode(&questions); err != nil {
		panic(err)
	}
	answers := make([]answer, len(questions))
	for i, q := range questions {
		answers[i] = ask(q)
	}
	if err := json.NewEncoder(os.Stdout).Encode(answers); err != nil {
		panic(err)
	}
}

func ask(q question) answer {
	state := lua.NewState(lua.Options{SkipOpenLibs: !q.OpenLibs})
	defer state.Close()
	for name, open := range map[string]lua.LGFunction{
		lua.LoadLibName: lua.OpenPackage,
		lua.BaseLibName: lua.OpenBase,
		lua.TabLibName:  lua.OpenTable,
	} {
		state.Push(state.NewFunction(open))
		state.Push(lua.LString(name))
		state.Call(1, 0)
	}
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	state.SetContext(ctx)
	state.SetGlobal("obj", value(state, q.Object))
	if err := state.DoString(q.Script); err != nil {
		return answer{Error: err.Error()}
	}
	result, ok := state.Get(-1).(*lua.LTable)
	if !ok {
		return answer{Error: "the rule returned no table"}
	}
	return answer{
		Status:  result.RawGetString("status").String(),
		Message: result.RawGetString("message").String(),
	}
}

func value(state *lua.LState, given any) lua.LValue {
	switch v := given.(type) {
	case bool:
		return lua.LBool(v)
	case float64:
		return lua.LNumber(v)
	case string:
		return lua.LString(v)
	case []any:
		table := state.NewTable()
		for _, item := range v {
			table.Append(value(state, item))
		}
		return table
	case map[string]any:
		table := state.NewTable()
		for key, item := range v {
			table.RawSetString(key, value(state, item))
		}
		return table
	}
	return lua.LNil
}
