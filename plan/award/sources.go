package award

import "github.com/vanban-go/vanban/plan"

// Kinds gives the kinds of file that a season and its sources are made of: all
// of package plan, and law files. Hand them to [plan.Options] to load a season
// that names a file of its province's rules.
func Kinds() []plan.Kind {
	return append(append(plan.Kinds(), plan.Records()...), LawKind())
}

// Sources gives what a season of a set is judged by: the criteria of the file
// that it names (a criteria file or a plan), and the law, the province's own
// rules laid over the built-in law. A file that was not read gives nothing: the
// set's findings say why.
func Sources(set *plan.Set, f *plan.File) ([]plan.Criterion, *Law, error) {
	law, err := Default()
	if err != nil {
		return nil, nil, err
	}
	if _, ok := f.Value.(*plan.Season); !ok {
		return nil, law, nil
	}
	if own, ok := named(set, f, "law").(*Law); ok {
		law = law.Overlay(own)
	}
	switch from := named(set, f, "criteria").(type) {
	case *plan.CriteriaFile:
		return from.Criteria, law, nil
	case *plan.Plan:
		return from.AllCriteria(), law, nil
	}
	return nil, law, nil
}

// named gives the value of the file that a field of f names, nil if there is none.
func named(set *plan.Set, f *plan.File, field string) any {
	if other := set.Target(f, field); other != nil {
		return other.Value
	}
	return nil
}
