// Package season makes the papers of an award season "đợt khen thưởng", or of a decision on
// awards alone, from its one judgement by the law of awards.
//
//	r, err := docgen.New(nil)
//	set, _ := (&plan.Options{Kinds: award.Kinds()}).Load(os.DirFS("."), "dot-khen-thuong.yaml")
//	papers, warnings, err := season.Papers(ctx, r, set, "dot-khen-thuong.yaml", "", season.Options{})
//	for _, p := range papers {
//		result, err := r.PDF(ctx, w, p.Doc)
//	}
//
// Each paper is a value of package plan in a file, whose places are those of the season: it
// takes the road of every paper, and can be written as YAML that gives the same pages. What
// a report or a copy says of awards is settled by [Resolve] before [docgen.Renderer.Build].
//
// Numbers of papers, numbers of the register and the nominees of a list go back into the
// file of the season line by line: comments, order and all other lines stay.
package season
