package check
import ("testing";"os";"comwijzer/tools/internal/site";"comwijzer/tools/internal/diag";"time";"slices")
func TestR3Time(t *testing.T){ st:=time.Now(); s,_ := site.Load(os.DirFS("/tmp/r3bench")); t.Log("load",time.Since(st), len(s.Pages))
 for _,id := range IDs() { r:=registry[id]; if r.Source==nil {continue}; var found []diag.Diagnostic; st:=time.Now(); r.Source(&Pass{s,today,reporter{r,&found}}); if d:=time.Since(st); d>20*time.Millisecond || slices.Contains([]string{"translation-claims","page-orphan"},id) { t.Log(id,d,len(found))}}}
